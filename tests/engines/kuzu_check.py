"""Loads the schema and the CSV files into LadybugDB or Kùzu and asks what the JSON-LD says:

    kuzu_check.py ENGINE FILE.jsonld ...

ENGINE is the Python module, `ladybug` or `kuzu`. $GUANXI is the program. Exits 77 without the module.
"""
import importlib
import os
import sys
import tempfile
from pathlib import Path

from expected import Graph, Report, guanxi, skip


class Engine:
    """A database in memory; what it gives is closed at once, as the engine wants it."""

    def __init__(self, module):
        # By default a database takes 8 TiB of address space.
        self.database = module.Database(':memory:', buffer_pool_size=256 << 20, max_db_size=1 << 32)
        self.connection = module.Connection(self.database)

    def close(self):
        self.connection.close()
        self.database.close()

    def ask(self, query, **parameters):
        result = self.connection.execute(query, parameters)
        rows = []
        while result.has_next():
            rows.append(tuple(tuple(v) if isinstance(v, list) else v for v in result.get_next()))
        result.close()
        return rows

    def run(self, file):
        for statement in file.read_text(encoding='utf-8').split(';\n'):
            if statement.strip():
                self.ask(statement)


def keyed(rows):
    return {row[0]: row[1:] for row in rows}


def check(report, engine, graph, what):
    def same(part, query, expected):
        report.equal(f'{what}: {part}: {len(expected)}', keyed(engine.ask(query)), expected)

    def listed(row, column):
        return (*row[:column], row[column] or (), *row[column + 1:])

    report.equal(f'{what}: documents', keyed(listed(row, 6) for row in engine.ask(
        'MATCH (n:Document) RETURN n.id, n.name, n.headline, n.datePublished, n.place, n.publisher, n.author, n.sha256, n.text')),
        graph.documents)
    report.equal(f'{what}: entities', keyed(listed(row, 3) for row in engine.ask(
        'MATCH (n:Entity) RETURN n.id, n.kind, n.name, n.alternateName, n.code, n.within')), graph.entities)
    same('facts', 'MATCH (:Entity)-[r]->(:Entity) RETURN r.id, r.predicate, r.status, r.time, r.amount, r.amountExact, r.unit, '
         'r.count, r.title, r.negated, r.confidence, r.rule', graph.facts)
    same('ends and types', 'MATCH (a:Entity)-[r]->(b:Entity) RETURN r.id, a.id, b.id, label(r)',
         {i: (*graph.ends[i], 'denied' if f[8] else f[0]) for i, f in graph.facts.items()})
    same('observations', 'MATCH (n:Observation)-[:subject]->(e:Entity) RETURN n.id, e.id, n.indicator, n.value, n.valueExact, '
         'n.unit, n.bound, n.change, n.rank, n.scope, n.status, n.time, n.confidence, n.rule',
         {i: (graph.ends[i][0], *o) for i, o in graph.observations.items()})
    quotes = {}
    for statement, *quote in engine.ask('MATCH (q:TextQuote)-[:source]->(d:Document) RETURN q.statement, d.id, q.charStart, '
                                        'q.charEnd, q.exact, q.rule, q.confidence'):
        quotes.setdefault(statement, []).append(tuple(quote))
    report.equal(f'{what}: evidence', {i: sorted(q) for i, q in quotes.items()}, graph.evidence)
    report.equal(f'{what}: evidence of observations', sorted(engine.ask(
        'MATCH (n:Observation)-[:evidence]->(q:TextQuote) RETURN n.id, count(q)')),
        sorted((i, len(graph.evidence[i])) for i in graph.observations))

    # Questions.
    sums = {}
    for subject, amount in engine.ask('MATCH (a:Entity)-[r]->(:Entity) WHERE r.status = "planned" AND r.unit = "CNY" '
                                      'AND label(r) <> "denied" AND r.amount IS NOT NULL RETURN a.id, r.amount'):
        sums[subject] = sums.get(subject, 0) + amount
    report.equal(f'{what}: money of plans', sorted((s, round(v, 2)) for s, v in sums.items()), graph.planned_money())
    hub = graph.hub()
    types = '|'.join(sorted({f[0] for f in graph.facts.values() if not f[8]}))
    report.equal(f'{what}: two steps around the hub', [row[0] for row in engine.ask(
        f'MATCH (a:Entity {{id: $hub}})-[:{types}*1..2]-(b:Entity) WHERE b.id <> $hub RETURN DISTINCT b.id AS b ORDER BY b',
        hub=hub)], graph.within_hops(hub, 2))
    for document in graph.documents:
        report.equal(f'{what}: what {document} says', [row[0] for row in engine.ask(
            'MATCH (q:TextQuote)-[:source]->(d:Document) WHERE d.id = $document RETURN DISTINCT q.statement AS s ORDER BY s',
            document=document)], graph.said_by(document))


def main():
    try:
        module = importlib.import_module(sys.argv[1])
    except ImportError as error:
        skip(f'{error} (.ci/engines gets it)')
    report = Report()
    files = [Path(file).absolute() for file in sys.argv[2:]]
    with tempfile.TemporaryDirectory(prefix='kuzu-check-') as folder:
        for file in files:
            tables = Path(folder, 'tables')
            guanxi('convert', file, '-q', '-f', 'kuzu', '-o', tables)
            os.chdir(tables)
            engine = Engine(module)
            engine.run(tables / 'schema.cypher')
            engine.run(tables / 'copy.cypher')
            check(report, engine, Graph(file), f'{file.name}, {sys.argv[1]} {module.__version__}')
            engine.close()
            os.chdir(folder)
    report.end()


main()
