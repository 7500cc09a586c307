"""What a graph says, read from its JSON-LD with nothing but Python's json: the answers that engines are held to."""
import json
import os
import subprocess
import sys
from decimal import Decimal

PROGRAM = os.environ.get('GUANXI', 'guanxi')
ENGINES = os.environ.get('ENGINES', '')


def bare(identifier):
    return identifier.removeprefix('kg:')


def as_list(value):
    return value if isinstance(value, list) else [value]


def significant(text):
    digits = text.replace('-', '').replace('.', '').lstrip('0')
    return len(digits if '.' in text else digits.rstrip('0'))


def quantity(text):
    """A number as engines of doubles keep it: the double, and the text where that is not enough."""
    if text is None:
        return None, None
    return float(Decimal(text)), text if significant(text) > 15 else None


class Graph:
    """Rows as tuples, None for what is not said; each attribute maps an id to its row."""

    def __init__(self, file):
        self.file = file
        with open(file, encoding='utf-8', newline='') as stream:
            nodes = json.load(stream)['@graph']
        self.documents, self.entities, self.facts, self.observations, self.evidence = {}, {}, {}, {}, {}
        self.ends, self.texts = {}, {}
        for node in nodes:
            getattr(self, '_' + node['@type'].lower(), self._entity)(node)

    def _document(self, n):
        i = bare(n['@id'])
        self.documents[i] = (n['name'], n.get('headline'), n.get('datePublished'), n.get('place'), n.get('publisher'),
                             tuple(as_list(n.get('author', []))), n.get('sha256'), n.get('text'))

    def _entity(self, n):
        self.entities[bare(n['@id'])] = (n['@type'], n['name'], tuple(as_list(n.get('alternateName', []))), n.get('code'),
                                         n.get('within'))

    def _statement(self, n):
        i = bare(n['@id'])
        amount, exact = quantity(n.get('amount', {}).get('value'))
        self.ends[i] = (bare(n['subject']), bare(n['object']))
        self.facts[i] = (n['predicate'], n.get('status'), n.get('time'), amount, exact, n.get('amount', {}).get('unit'),
                         n.get('count'), n.get('title'), n.get('negated'), float(n['confidence']), n['rule'])
        self._quotes(i, n)

    def _observation(self, n):
        i = bare(n['@id'])
        value, exact = quantity(n.get('value'))
        self.ends[i] = (bare(n['subject']), None)
        self.observations[i] = (n['indicator'], value, exact, n.get('unit'), n.get('bound'), n.get('change'), n.get('rank'),
                                n.get('scope'), n.get('status'), n.get('time'), float(n['confidence']), n['rule'])
        self._quotes(i, n)

    def _quotes(self, statement, n):
        self.evidence[statement] = sorted(
            (bare(e['source']), e['start'], e['end'], e['exact'], e['rule'], float(e['confidence']))
            for e in as_list(n['evidence']))

    # Questions, answered by going through all.

    def edges(self):
        """Facts that the text does not deny: (subject, predicate, object)."""
        return [(*self.ends[i], self.facts[i]) for i in self.facts if not self.facts[i][8]]

    def planned_money(self):
        """Subjects by name, with the sum of the money of their plans."""
        sums = {}
        for subject, _, fact in self.edges():
            if fact[1] == 'planned' and fact[3] is not None and fact[5] == 'CNY':
                sums[subject] = sums.get(subject, 0) + fact[3]
        return sorted((s, round(v, 2)) for s, v in sums.items())

    def hub(self):
        """The entity with most edges, the first by id of equals."""
        degree = {}
        for subject, object_, _ in self.edges():
            for end in (subject, object_):
                degree[end] = degree.get(end, 0) + 1
        return min(degree, key=lambda e: (-degree[e], e))

    def within_hops(self, start, hops):
        """Entities at most so many edges away, in any direction, without the start."""
        seen = {start}
        for _ in range(hops):
            seen |= {b if a in seen else a for a, b, _ in self.edges() if a in seen or b in seen}
        return sorted(seen - {start})

    def said_by(self, document):
        """Statements with evidence in a document."""
        return sorted(i for i, quotes in self.evidence.items() if any(q[0] == document for q in quotes))


class Report:
    """Counts what held and what did not."""

    def __init__(self):
        self.failed = self.held = 0

    def equal(self, what, found, expected):
        if found == expected:
            self.held += 1
            print(f'ok   {what}')
            return
        self.failed += 1
        print(f'FAIL {what}')
        if isinstance(expected, dict) and isinstance(found, dict):
            wrong = [k for k in sorted(set(found) | set(expected)) if found.get(k) != expected.get(k)]
            for key in wrong[:3]:
                print(f'  {key}: found {str(found.get(key))[:500]}\n  {key}: wanted {str(expected.get(key))[:500]}')
        else:
            print(f'  found  {str(found)[:1000]}\n  wanted {str(expected)[:1000]}')

    def end(self):
        print(f'{self.held} held, {self.failed} did not')
        sys.exit(0 if self.failed == 0 and self.held > 0 else 1)


def skip(reason):
    print(f'skipped: {reason}')
    sys.exit(77)


def guanxi(*words):
    subprocess.run([PROGRAM, *map(str, words)], check=True)
