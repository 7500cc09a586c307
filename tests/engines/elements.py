"""The nodes and edges that docs/formats/graphml.md tells of, made from JSON-LD without the program."""
import json
import pathlib

# Of every element, in order: text, integers, numbers and flags.
INTEGERS = {'rank', 'count', 'evidence_count', 'quote_start', 'quote_end'}
NUMBERS = {'value', 'amount', 'confidence'}
FLAGS = {'change', 'negated', 'symmetric'}
SYMMETRIC = {'cooperatesWith', 'relatedTo'}


def evidence_of(node, documents):
    best = max(node['evidence'], key=lambda e: float(e['confidence']))
    quotes = [e for e in node['evidence'] if e is not best]
    return {
        'confidence': float(best['confidence']), 'rule': best.get('rule'), 'sentence': best['exact'],
        'document': documents[best['source']].get('name'), 'document_id': best['source'][3:],
        'quote_start': best['start'], 'quote_end': best['end'],
        'more_evidence': [dict(source=e['source'][3:], **{key: e[key] for key in
                               ('exact', 'start', 'end', 'rule', 'confidence') if key in e}) for e in quotes] or None,
    }


def known(properties):
    return {key: value for key, value in properties.items() if value is not None}


def read(file):
    """(nodes, edges) by id; an edge has its ends as `source` and `target`. Labels are left out but for names."""
    graph = json.loads(pathlib.Path(file).read_text(encoding='utf-8'))['@graph']
    documents = {n['@id']: n for n in graph if n['@type'] == 'Document'}
    nodes, edges = {}, {}
    for n in graph:
        key = n['@id'][3:]
        if n['@type'] == 'Statement':
            amount = n.get('amount', {})
            edges[key] = known({
                'source': n['subject'][3:], 'target': n['object'][3:], 'element': 'fact', 'predicate': n['predicate'],
                'symmetric': n['predicate'] in SYMMETRIC, 'status': n.get('status'), 'time': n.get('time'),
                'amount': float(amount['value']) if amount else None, 'unit': amount.get('unit'),
                'count': n.get('count'), 'title': n.get('title'), 'negated': n.get('negated', False),
                'evidence_count': len(n['evidence']), **evidence_of(n, documents)})
        elif n['@type'] == 'Observation':
            nodes[key] = known({
                'element': 'observation', 'kind': 'Observation', 'indicator': n.get('indicator'),
                'value': float(n['value']) if 'value' in n else None, 'unit': n.get('unit'), 'bound': n.get('bound'),
                'change': n.get('change', False), 'rank': n.get('rank'), 'scope': n.get('scope'),
                'status': n.get('status'), 'time': n.get('time'), **evidence_of(n, documents)})
            edges['o' + key] = known({
                'source': n['subject'][3:], 'target': key, 'element': 'observation', 'predicate': 'observed',
                'symmetric': False, 'negated': False, 'status': n.get('status'), 'time': n.get('time')})
        elif n['@type'] != 'Document':
            nodes[key] = known({
                'label': n['name'], 'element': 'entity', 'kind': n['@type'], 'aliases': n.get('alternateName'),
                'code': n.get('code'), 'within': n.get('within')})
    return nodes, edges


def xml_text(value):
    """What XML 1.0 cannot hold, shown as the page says."""
    shown = ''.join(chr(0x2400 + ord(c)) if ord(c) < 32 and c not in '\n\r\t' else c for c in value)
    return shown.replace('\ufffe', '\ufffd').replace('\uffff', '\ufffd')


def same(wanted, found):
    """None if `found`, properties as some program gives them (nothing, NaN and '' alike), says what is wanted; else where not."""
    for key, value in wanted.items():
        there = found.get(key)
        if key in ('aliases', 'more_evidence'):
            there = json.loads(there) if isinstance(there, str) and there else there
            value = json.loads(xml_text(json.dumps(value, ensure_ascii=False))) if isinstance(there, list) else value
            if json.dumps(there, ensure_ascii=False) != xml_text(json.dumps(value, ensure_ascii=False)) and there != value:
                return f'{key}: {there!r} for {value!r}'
        elif key in FLAGS:
            if str(there).lower() not in (str(value).lower(), str(float(value))):
                return f'{key}: {there!r} for {value!r}'
        elif key in INTEGERS or key in NUMBERS:
            if there in (None, '') or float(there) != float(value):
                return f'{key}: {there!r} for {value!r}'
        elif there != value and there != xml_text(value):
            return f'{key}: {there!r} for {value!r}'
    for key, there in found.items():
        nothing = there is None or there == '' or there != there or there in (False, 'false')
        if key in INTEGERS | NUMBERS | {'aliases', 'more_evidence', 'status', 'time', 'unit', 'code', 'within', 'scope',
                                        'title', 'bound', 'indicator'} and key not in wanted and not nothing:
            return f'{key}: {there!r}, where nothing is said'
    return None
