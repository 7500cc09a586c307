"""Reads the CSV tables and the JSON Lines with DuckDB, and the tables with Python's csv and SQLite,
and asks what the JSON-LD says:

    tables_check.py FILE.jsonld ...

$GUANXI is the program. Exits 77 without DuckDB.
"""
import csv
import json
import sqlite3
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

from expected import Graph, Report, guanxi, skip

try:
    import duckdb
except ImportError as error:
    skip(f'{error} (.ci/engines gets it)')

FORMULA = tuple('=+-@\t\r\n') + ('＝', '＋', '－', '＠')
FACT = ('predicate', 'status', 'time', 'amount', 'unit', 'count', 'title', 'negated', 'confidence', 'rule')
NUMBERS = {'amount', 'value', 'confidence'}
INTEGERS = {'count', 'rank', 'charStart', 'charEnd'}
TRUTHS = {'negated', 'change'}
LISTS = {'author', 'alternateName'}


def text_of(cell):
    """Back from what is no formula: one leading apostrophe less."""
    return cell.removeprefix("'")


def value(column, cell):
    if column in LISTS:
        return tuple(json.loads(cell)) if cell else ()
    if not cell:
        return None
    if column in NUMBERS:
        return float(cell)
    if column in INTEGERS:
        return int(cell)
    if column in TRUTHS:
        return cell == 'true'
    return text_of(cell)


def read(file):
    with open(file, encoding='utf-8-sig', newline='') as stream:
        return list(csv.DictReader(stream, strict=True))


def rows_of(rows, columns):
    return {text_of(row['id']): tuple(value(c, row[c]) for c in columns) for row in rows}


def without_exact(row, place):
    return row[:place] + row[place + 1:]


def check_csv(report, folder, graph, what):
    tables = {file.stem: read(file) for file in folder.glob('*.csv')}
    report.equal(f'{what}: documents', rows_of(tables['documents'], (
        'name', 'headline', 'datePublished', 'place', 'publisher', 'author', 'sha256', 'text')), graph.documents)
    report.equal(f'{what}: entities', rows_of(tables['entities'], ('kind', 'name', 'alternateName', 'code', 'within')),
                 graph.entities)
    report.equal(f'{what}: facts', rows_of(tables['facts'], FACT),
                 {i: without_exact(f, 4) for i, f in graph.facts.items()})
    names = {i: (e[1], e[0]) for i, e in graph.entities.items()}
    report.equal(f'{what}: ends of facts', rows_of(tables['facts'], (
        'subject', 'subjectName', 'subjectKind', 'object', 'objectName', 'objectKind')),
        {i: (s, *names[s], o, *names[o]) for i, (s, o) in graph.ends.items() if o})
    report.equal(f'{what}: observations', rows_of(tables['observations'], (
        'indicator', 'value', 'unit', 'bound', 'change', 'rank', 'scope', 'status', 'time', 'confidence', 'rule')),
        {i: without_exact(o, 2) for i, o in graph.observations.items()})
    quotes = {}
    for row in tables['evidence']:
        quotes.setdefault(row['statement'], []).append(tuple(value(c, row[c]) for c in (
            'source', 'charStart', 'charEnd', 'exact', 'rule', 'confidence')))
    report.equal(f'{what}: evidence', {i: sorted(q) for i, q in quotes.items()}, graph.evidence)
    texts = [(name, column, cell) for name, rows in tables.items() for row in rows for column, cell in row.items()
             if column not in NUMBERS | INTEGERS | LISTS]
    report.equal(f'{what}: no cell of {len(texts)} is a formula', [t for t in texts if t[2].startswith(FORMULA)], [])


def check_engines(report, folder, lines, graph, what):
    facts = f"read_csv('{folder}/facts.csv', all_varchar = true, delim = ',', quote = '\"', escape = '\"', header = true)"
    for engine, ask in (('DuckDB', lambda query: duckdb.sql(query).fetchall()),
                        ('SQLite', sqlite_of(folder).execute)):
        table = facts if engine == 'DuckDB' else 'facts'
        report.equal(f'{what}: {engine}: facts', sorted(tuple(row) for row in ask(f'SELECT id, subject, object FROM {table}')),
                     sorted((i, *graph.ends[i]) for i in graph.facts))
        found = ask(f"""SELECT subject, SUM(CAST(amount AS DOUBLE)) FROM {table} WHERE status = 'planned' AND unit = 'CNY'
                        AND amount <> '' AND COALESCE(negated, '') <> 'true' GROUP BY subject""")
        report.equal(f'{what}: {engine}: money of plans', sorted((s, round(v, 2)) for s, v in found), graph.planned_money())
        hub = graph.hub()
        found = ask(f"""WITH RECURSIVE edge(a, b) AS (
              SELECT subject, object FROM {table} WHERE COALESCE(negated, '') <> 'true'
              UNION SELECT object, subject FROM {table} WHERE COALESCE(negated, '') <> 'true'),
            near(id, steps) AS (SELECT '{hub}', 0 UNION SELECT b, steps + 1 FROM near JOIN edge ON a = id WHERE steps < 2)
            SELECT DISTINCT id FROM near WHERE id <> '{hub}' ORDER BY id""")
        report.equal(f'{what}: {engine}: two steps around the hub', [row[0] for row in found], graph.within_hops(hub, 2))
    typed = duckdb.sql(f"DESCRIBE SELECT confidence, charStart, charEnd FROM read_csv('{folder}/facts.csv')").fetchall()
    report.equal(f'{what}: DuckDB sees numbers by itself', [row[1] in ('BIGINT', 'DOUBLE') for row in typed], [True] * 3)

    with open(lines, encoding='utf-8', newline='') as stream:
        objects = [json.loads(line, parse_float=Decimal) for line in stream.read().removesuffix('\n').split('\n')]
    report.equal(f'{what}: lines', {o['id']: (
        o['predicate'], o.get('status'), o.get('time'), float(o['amount']['value']) if 'amount' in o else None,
        o.get('amount', {}).get('unit'), o.get('count'), o.get('title'), o.get('negated'), float(o['confidence']), o['rule'])
        for o in objects}, {i: without_exact(f, 4) for i, f in graph.facts.items()})
    report.equal(f'{what}: ends in lines', {o['id']: [
        (e['id'], e['kind'], e['name'], tuple(e.get('alternateName', ())), e.get('code'), e.get('within'))
        for e in (o['subject'], o['object'])] for o in objects},
        {i: [(e, *graph.entities[e]) for e in graph.ends[i]] for i in graph.facts})
    report.equal(f'{what}: evidence in lines', {o['id']: sorted(
        (e['source']['id'], e['start'], e['end'], e['exact'], e['rule'], float(e['confidence'])) for e in o['evidence'])
        for o in objects}, {i: graph.evidence[i] for i in graph.facts})
    found = duckdb.sql(f"""SELECT id, subject.name, object.name, len(evidence), evidence[1].exact
                           FROM read_json('{lines}', format = 'newline_delimited')""").fetchall()
    names = {i: e[1] for i, e in graph.entities.items()}
    first = {o['id']: o['evidence'][0]['exact'] for o in objects}
    report.equal(f'{what}: DuckDB: lines', {row[0]: row[1:] for row in found},
                 {i: (names[graph.ends[i][0]], names[graph.ends[i][1]], len(graph.evidence[i]), first[i]) for i in graph.facts})


def sqlite_of(folder):
    database = sqlite3.connect(':memory:')
    rows = read(folder / 'facts.csv')
    columns = list(rows[0])
    database.execute(f'CREATE TABLE facts ({", ".join(f"[{c}] TEXT" for c in columns)})')
    database.executemany(f'INSERT INTO facts VALUES ({", ".join("?" * len(columns))})', [tuple(r.values()) for r in rows])
    return database


def main():
    report = Report()
    for file in sys.argv[1:]:
        graph = Graph(file)
        for options in ((), ('--bom',)):
            with tempfile.TemporaryDirectory(prefix='tables-check-') as folder:
                tables, lines = Path(folder, 'tables'), Path(folder, 'facts.jsonl')
                guanxi('convert', file, '-q', *options, '-f', 'csv', '-o', tables, '-o', lines)
                what = ' '.join([Path(file).name, *options])
                marks = {name.read_bytes()[:3] == b'\xef\xbb\xbf' for name in tables.glob('*.csv')}
                report.equal(f'{what}: marks', marks, {bool(options)})
                check_csv(report, tables, graph, what)
                check_engines(report, tables, lines, graph, what)
    report.end()


main()
