#!/usr/bin/python3
"""Asks a SQLite file that guanxi wrote questions in SQL and answers them from the JSON-LD by itself.

    sqlite_check.py PROGRAM FILE.jsonld ...
"""
import json
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

failed = 0


def report(good, message):
    global failed
    failed += not good
    print(f"{'ok  ' if good else 'FAIL'} {message}")


def phrase(word):
    """The query of docs/formats/sqlite.md."""
    return '"' + ' '.join(word.replace('"', '')) + '"'


class Expected:
    """The JSON-LD, read without the program."""

    def __init__(self, file):
        nodes = json.loads(file.read_text(encoding='utf-8'))['@graph']
        self.facts = [n for n in nodes if n['@type'] == 'Statement']
        self.observations = [n for n in nodes if n['@type'] == 'Observation']
        self.documents = [n for n in nodes if n['@type'] == 'Document']
        others = {'Statement', 'Observation', 'Document'}
        self.entities = {n['@id']: n for n in nodes if n['@type'] not in others}
        self.document = {n['@id']: n for n in self.documents}

    def name(self, key):
        return self.entities[key]['name']

    def sentences(self):
        return {(e['source'], e['start'], e['end']): e['exact'] for n in self.facts + self.observations
                for e in n['evidence']}

    @staticmethod
    def best(node):
        return max(node['evidence'], key=lambda e: float(e['confidence']))


def ask(database, sql, *values):
    return [tuple(row) for row in database.execute(sql, values)]


def check_tables(database, expected, shown):
    # Both sides in one order; a fact's evidence may tie, then the first is the surest.
    rows = ask(database, 'SELECT uid, subject, predicate, object, status, time, amount, unit, count, title, negated, '
                         'confidence, sentence, document FROM fact_view ORDER BY uid')
    wanted = sorted(
        (f['@id'][3:], expected.name(f['subject']), f['predicate'], expected.name(f['object']), f.get('status'),
         f.get('time'), float(f['amount']['value']) if 'amount' in f else None, f.get('amount', {}).get('unit'),
         f.get('count'), f.get('title'), int(f.get('negated', False)), float(f['confidence']),
         expected.best(f)['exact'], expected.document[expected.best(f)['source']].get('name')) for f in expected.facts)
    report(rows == wanted, f'{shown}: fact_view has {len(rows)} facts, each with all that is said of it')
    rows = ask(database, 'SELECT uid, subject, indicator, value, unit, bound, change, rank, scope, status, time, '
                         'sentence FROM observation_view ORDER BY uid')
    wanted = sorted(
        (o['@id'][3:], expected.name(o['subject']), o['indicator'], float(o['value']) if 'value' in o else None,
         o.get('unit'), o.get('bound'), int(o.get('change', False)), o.get('rank'), o.get('scope'), o.get('status'),
         o.get('time'), expected.best(o)['exact']) for o in expected.observations)
    report(rows == wanted, f'{shown}: observation_view has {len(rows)} observations')
    rows = ask(database, 'SELECT uid, text, "start", "end", rule, confidence FROM evidence_view ORDER BY uid, position')
    wanted = [(n['@id'][3:], e['exact'], e['start'], e['end'], e.get('rule'), float(e['confidence']))
              for n in sorted(expected.facts + expected.observations, key=lambda n: n['@id']) for e in n['evidence']]
    report(rows == wanted, f'{shown}: evidence_view has {len(rows)} quotes')
    rows = ask(database, 'SELECT e.uid, n.name FROM name_view n JOIN entity e ON e.id = n.entity ORDER BY 1, 2')
    wanted = sorted((key[3:], name) for key, e in expected.entities.items()
                    for name in [e['name'], *e.get('alternateName', [])])
    report(rows == wanted, f'{shown}: name_view has {len(rows)} names')
    rows = ask(database, 'SELECT text, substr(text, 1, 5) FROM document')
    report(rows == [(d.get('text'), d.get('text', '')[:5] if 'text' in d else None) for d in expected.documents],
           f'{shown}: the texts of {len(rows)} documents')


def check_paths(database, expected, shown):
    """All that an entity rests on or lies in, over any number of facts."""
    edges = {}
    for fact in expected.facts:
        if fact['predicate'] in ('dependsOn', 'partOf', 'locatedIn') and not fact.get('negated'):
            edges.setdefault(fact['subject'], set()).add(fact['object'])
    wanted = set()
    for start in expected.entities:
        seen, open_ends = {start}, [start]
        while open_ends:
            new = edges.get(open_ends.pop(), set()) - seen
            seen |= new
            open_ends += new
        wanted |= {(start[3:], end[3:]) for end in seen - {start}}
    rows = ask(database, """
        WITH RECURSIVE reach (origin, entity) AS (
          SELECT id, id FROM entity
          UNION
          SELECT origin, e.object FROM reach JOIN edge_view e ON e.subject = reach.entity
          WHERE e.predicate IN ('dependsOn', 'partOf', 'locatedIn'))
        SELECT a.uid, b.uid FROM reach JOIN entity a ON a.id = origin JOIN entity b ON b.id = entity WHERE a.id <> b.id
        """)
    report(set(rows) == wanted and len(rows) == len(set(rows)), f'{shown}: {len(rows)} paths in a recursive query')


def check_search(database, expected, shown):
    """Words of one to six characters, cut from the sentences themselves."""
    sentences = expected.sentences()
    words = set()
    for number, text in enumerate(sentences.values()):
        for length in (1, 2, 3, 4, 6):
            at = number * 7 % max(1, len(text) - length)
            word = text[at:at + length]
            if len(word) == length and all('\u4e00' <= c <= '\u9fff' for c in word):
                words.add(word)
    right = 0
    for word in words:
        rows = ask(database, 'SELECT q.text FROM quote_search s JOIN quote q ON q.id = s.rowid WHERE quote_search MATCH ?',
                   phrase(word))
        wanted = {text for text in sentences.values() if word in text}
        # A phrase runs over punctuation: what it finds besides has the characters in this order, with marks between.
        besides = [text for (text,) in rows
                   if word not in text and word not in ''.join(c for c in text if c.isalnum())]
        good = wanted <= {text for (text,) in rows} and not besides
        right += good
        if not good:
            print(f'  {word}: {len(rows)} found, {len(wanted)} wanted, {besides[:1]}')
    report(right == len(words) and right > 0, f'{shown}: {right} of {len(words)} words of 1 to 6 characters are found')


def check_examples(path, expected, shown):
    """The examples of docs/formats/sqlite.md, run on the file."""
    page = (pathlib.Path(__file__).resolve().parent.parent / 'docs' / 'formats' / 'sqlite.md').read_text('utf-8')
    seen = {}
    for code in re.findall(r'```python\n(.*?)```', page, re.S):
        exec(code.replace('report.sqlite', str(path)), seen)
    wanted = sorted(text for text in expected.sentences().values() if seen['word'] in text)
    report(sorted(text for (text,) in seen['rows']) == wanted, f'{shown}: the example of the page finds {len(wanted)} sentences')
    queries = re.findall(r'```sql\n(.*?)```', page, re.S)
    names = [name for query in queries for (name, depth) in ask(seen['database'], query)]
    start = '东湖产业园二期项目'
    there = start in [e['name'] for e in expected.entities.values()]
    report(names == ([start, '东湖产业园'] if there else []), f'{shown}: the query of the page finds {names}')
    seen['database'].close()


def main():
    program, *files = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        for file in map(pathlib.Path, files):
            path = pathlib.Path(folder) / 'graph.sqlite'
            back = pathlib.Path(folder) / 'back.jsonld'
            subprocess.run([program, 'convert', '-q', file, '-o', path], check=True)
            subprocess.run([program, 'convert', '-q', path, '-o', back], check=True)
            report(back.read_bytes() == file.read_bytes(), f'{file.name}: reads back to the same bytes')
            database = sqlite3.connect(path)
            report(ask(database, 'PRAGMA integrity_check') == [('ok',)] and not ask(database, 'PRAGMA foreign_key_check'),
                   f'{file.name}: SQLite finds the file sound')
            expected = Expected(file)
            for check in (check_tables, check_paths, check_search):
                check(database, expected, file.name)
            database.close()
            check_examples(path, expected, file.name)
    return 0 if failed == 0 and files else 1


sys.exit(main())
