"""What a graph says, computed from its JSON-LD alone, for comparison with what engines answer."""
import json
import os
import subprocess
import sys
from collections import Counter

GUANXI = os.environ['GUANXI']


def guanxi(*words, **options):
    return subprocess.run([GUANXI, *map(str, words)], check=True, stdout=subprocess.PIPE, **options).stdout


def skip(what):
    print(f'skipped: not installed: {what}')
    sys.exit(77)


class Report:
    """Prints a line for each thing that was looked at."""

    def __init__(self):
        self.failed = self.passed = 0

    def equal(self, what, got, expected):
        good = got == expected
        self.passed += good
        self.failed += not good
        print(f'{"ok  " if good else "FAIL"} {what}', flush=True)
        if not good:
            print(f'  expected {str(expected)[:600]}\n  got      {str(got)[:600]}')

    def end(self):
        print(f'{self.passed} passed, {self.failed} failed')
        sys.exit(0 if self.failed == 0 and self.passed > 0 else 1)


def iri(node):
    return 'https://guanxi.example/id/' + node.removeprefix('kg:')


class Answers:
    """The questions of rdf_questions(), answered."""

    def __init__(self, *files):
        self.nodes = {}
        for file in files:
            for node in json.load(open(file, encoding='utf-8'))['@graph']:
                assert node['@id'] not in self.nodes or 'subject' not in node, 'files that say the same'
                self.nodes[node['@id']] = node
        self.statements = [n for n in self.nodes.values() if n['@type'] == 'Statement']

    def name(self, node):
        return self.nodes[node]['name']

    def of_type(self, kind):
        return [n for n in self.nodes.values() if n['@type'] == kind]

    def reached(self, edges):
        """All pairs that edges of this relation join, over any number of steps."""
        follow = {}
        for s in self.statements:
            if s['predicate'] == edges and not s.get('negated'):
                follow.setdefault(s['subject'], set()).add(s['object'])
        pairs = set()
        for start in follow:
            todo = list(follow[start])
            while todo:
                node = todo.pop()
                if (start, node) not in pairs:
                    pairs.add((start, node))
                    todo.extend(follow.get(node, ()))
        return pairs

    def rdf_answers(self):
        planned = [(self.name(s['subject']), self.name(s['object']), s['amount']['value'], e['exact'])
                   for s in self.statements if s.get('status') == 'planned' and 'amount' in s for e in s['evidence']]
        by_document = Counter()
        for s in self.statements:
            by_document.update({e['source'] for e in s['evidence']})
        return {
            'documents': [(str(len(self.of_type('Document'))),)],
            'statements': [(str(len(self.statements)),)],
            'quantities': [(str(len(self.of_type('Observation'))),)],
            'quotes': [(str(sum(len(n['evidence']) for n in self.nodes.values() if 'evidence' in n)),)],
            'facts of each relation': [(p, str(n)) for p, n in Counter(s['predicate'] for s in self.statements).items()],
            'planned money with its sentences': planned,
            'located in, over any number of steps': [(iri(a), iri(b)) for a, b in self.reached('locatedIn')],
            'statements of each document': [(self.name(d), str(n)) for d, n in by_document.items()],
            'denied facts have no edge': [(str(len({(s['subject'], s['predicate'], s['object']) for s in self.statements
                                                      if not s.get('negated')})),)],
            'ranks': [(self.name(o['subject']), str(o['rank']), o.get('scope', '')) for o in self.of_type('Observation')
                      if 'rank' in o],
        }


PREFIXES = '''PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX schema: <https://schema.org/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX gx: <https://guanxi.example/vocabulary#>
'''

RELATIONS = ('locatedIn partOf holdsPosition holds builds issues implements settlesIn attracts cooperatesWith invests supports '
             'develops receives dependsOn produces relatedTo').split()

QUESTIONS = {
    'documents': 'SELECT (COUNT(DISTINCT ?d) AS ?n) WHERE { ?d a schema:DigitalDocument }',
    'statements': 'SELECT (COUNT(DISTINCT ?f) AS ?n) WHERE { ?f a rdf:Statement }',
    'quantities': 'SELECT (COUNT(DISTINCT ?q) AS ?n) WHERE { ?q a schema:Observation }',
    'quotes': 'SELECT (COUNT(DISTINCT ?e) AS ?n) WHERE { ?f prov:wasDerivedFrom ?e . ?e a gx:TextQuote }',
    'facts of each relation': 'SELECT (REPLACE(STR(?p), "^.*#", "") AS ?name) (COUNT(DISTINCT ?f) AS ?n) '
                              'WHERE { ?f a rdf:Statement ; rdf:predicate ?p } GROUP BY ?p',
    'planned money with its sentences': '''SELECT ?from ?to ?value ?sentence WHERE {
      { SELECT DISTINCT ?f ?s ?o ?amount ?quote WHERE {
          ?f a rdf:Statement ; gx:status gx:planned ; rdf:subject ?s ; rdf:object ?o ; gx:amount ?amount ; prov:wasDerivedFrom ?quote } }
      ?s schema:name ?from . ?o schema:name ?to . ?amount schema:value ?value . ?quote oa:exact ?sentence }''',
    # Virtuoso wants to know where a path begins.
    'located in, over any number of steps': 'SELECT DISTINCT ?x ?y WHERE { ?x schema:name ?name . ?x gx:locatedIn+ ?y }',
    'statements of each document': '''SELECT ?name ?n WHERE {
      { SELECT ?d (COUNT(DISTINCT ?f) AS ?n) WHERE { GRAPH ?d { ?f a rdf:Statement } } GROUP BY ?d }
      ?d schema:name ?name }''',
    'denied facts have no edge': 'SELECT (COUNT(*) AS ?n) WHERE { SELECT DISTINCT ?s ?p ?o WHERE { ?s ?p ?o . '
                                 f'FILTER(?p IN ({", ".join("gx:" + r for r in RELATIONS)})) }} }}',
    'ranks': '''SELECT ?name ?rank ?among WHERE {
      { SELECT DISTINCT ?q ?s ?rank ?scope WHERE { ?q a schema:Observation ; schema:observationAbout ?s ; gx:rank ?rank .
        OPTIONAL { ?q gx:scope ?scope } } }
      ?s schema:name ?name . BIND(COALESCE(?scope, "") AS ?among) }''',
}


def number(text):
    """Numbers as numbers: engines write 12.50 and 1.25E1 for 12.5."""
    try:
        return float(text)
    except ValueError:
        return text



def ask_all(report, what, answers, select):
    """Asks each question and compares with what the JSON-LD says."""
    expected = answers.rdf_answers()
    assert expected.keys() == QUESTIONS.keys()
    for question, query in QUESTIONS.items():
        rows = [tuple(map(str, row)) for row in select(PREFIXES + query)]
        report.equal(f'{what}: {question}: {len(rows)}', keyed(rows), keyed(expected[question]))


def keyed(rows):
    """Rows in one order, whatever types their cells have."""
    return sorted((tuple(number(cell) for cell in row) for row in rows), key=repr)
