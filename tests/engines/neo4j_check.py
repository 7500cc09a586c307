"""Imports the CSV files into a real Neo4j, runs the Cypher script in another, and asks both what the JSON-LD says:

    neo4j_check.py FILE.jsonld ...

$GUANXI is the program, $ENGINES/jars/neo4j holds Neo4j's own jar files (.ci/engines gets them). Exits 77 without those.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

from expected import ENGINES, Graph, Report, guanxi, skip

HERE = Path(__file__).parent
JARS = Path(ENGINES, 'jars', 'neo4j')
JAVA = ['java', '-XX:TieredStopAtLevel=1', '-cp', f'{JARS}/*']


class Server:
    """A Neo4j on a free port of loopback, over the databases in a folder; stopped at the end of the block."""

    def __init__(self, home):
        self.home = home

    def __enter__(self):
        self.log = open(self.home / 'server.log', 'w', encoding='utf-8')
        self.process = subprocess.Popen([*JAVA, '-Xmx700m', str(HERE / 'neo4j' / 'Neo4jServer.java'), str(self.home)],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log, text=True)
        self.address = self.process.stdout.readline().strip()
        if not self.address.startswith('http://'):
            raise RuntimeError(f'Neo4j did not start: {self.address}\n{(self.home / "server.log").read_text()[-2000:]}')
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.log.close()

    def ask(self, query, **parameters):
        body = json.dumps({'statements': [{'statement': query, 'parameters': parameters}]}).encode()
        request = urllib.request.Request(f'{self.address}db/neo4j/tx/commit', body, {'Content-Type': 'application/json'})
        with urllib.request.urlopen(request) as answer:
            result = json.load(answer)
        if result['errors']:
            raise RuntimeError(f'{result["errors"][0]["message"][:1000]}\nin {query[:300]}')
        return [tuple(row['row']) for row in result['results'][0]['data']]

    def run(self, script):
        """Every statement of a script; they end in a semicolon at the end of a line."""
        lines = [line for line in script.split('\n') if not line.startswith('//')]
        statements = '\n'.join(lines).split(';\n')
        for statement in statements:
            if statement.strip():
                self.ask(statement)
        return len(statements) - 1


def import_csv(folder, home):
    """neo4j-admin database import, as its users call it."""
    (home / 'conf').mkdir(parents=True)
    environment = {**os.environ, 'NEO4J_HOME': str(home), 'NEO4J_CONF': str(home / 'conf')}
    done = subprocess.run([*JAVA, '-Xmx512m', 'org.neo4j.cli.AdminTool', 'database', 'import', 'full', 'neo4j', '@import.args'],
                          cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        raise RuntimeError(f'the import failed:\n{done.stdout[-3000:]}')


def keyed(rows):
    return {row[0]: row[1:] for row in rows}


def lists(row):
    return tuple(tuple(v) if isinstance(v, list) else v for v in row)


def check(report, server, graph, what):
    def same(part, query, expected):
        report.equal(f'{what}: {part}: {len(expected)}', keyed(lists(row) for row in server.ask(query)), expected)

    same('documents', 'MATCH (n:Document) RETURN n.id, n.name, n.headline, n.datePublished, n.place, n.publisher, '
         'coalesce(n.author, []), n.sha256, n.text', graph.documents)
    same('entities', 'MATCH (n:Entity) RETURN n.id, [l IN labels(n) WHERE l <> "Entity"][0], n.name, '
         'coalesce(n.alternateName, []), n.code, n.within', graph.entities)
    same('facts', 'MATCH ()-[r]->() WHERE r.rule IS NOT NULL RETURN r.id, r.predicate, r.status, r.time, r.amount, '
         'r.amountExact, r.unit, r.count, r.title, r.negated, r.confidence, r.rule', graph.facts)
    same('ends and types', 'MATCH (a:Entity)-[r]->(b:Entity) RETURN r.id, a.id, b.id, type(r)',
         {i: (*graph.ends[i], 'denied' if f[8] else f[0]) for i, f in graph.facts.items()})
    same('observations', 'MATCH (n:Observation) RETURN n.id, n.indicator, n.value, n.valueExact, n.unit, n.bound, n.change, '
         'n.rank, n.scope, n.status, n.time, n.confidence, n.rule', graph.observations)
    same('subjects', 'MATCH (n:Observation)-[:subject]->(e:Entity) RETURN n.id, e.id',
         {i: (graph.ends[i][0],) for i in graph.observations})
    quotes = {}
    for statement, *quote in server.ask('MATCH (q:TextQuote)-[:source]->(d:Document) RETURN q.statement, d.id, q.charStart, '
                                        'q.charEnd, q.exact, q.rule, q.confidence'):
        quotes.setdefault(statement, []).append(tuple(quote))
    report.equal(f'{what}: evidence', {i: sorted(q) for i, q in quotes.items()}, graph.evidence)
    report.equal(f'{what}: evidence of observations', sorted(server.ask(
        'MATCH (n:Observation)-[:evidence]->(q:TextQuote) RETURN n.id, count(q)')),
        sorted((i, len(graph.evidence[i])) for i in graph.observations))
    report.equal(f'{what}: a fact shows its surest sentence', server.ask(
        'MATCH ()-[r]->() WHERE r.rule IS NOT NULL MATCH (q:TextQuote {statement: r.id, exact: r.quote, source: r.document, '
        'charStart: r.charStart, charEnd: r.charEnd, rule: r.rule, confidence: r.confidence}) RETURN count(DISTINCT r)'),
        [(len(graph.facts),)])

    # Questions.
    report.equal(f'{what}: money of plans', sorted((s, round(v, 2)) for s, v in server.ask(
        'MATCH (a:Entity)-[r]->(:Entity) WHERE r.status = "planned" AND r.unit = "CNY" AND type(r) <> "denied" '
        'AND r.amount IS NOT NULL RETURN a.id, sum(r.amount)')), graph.planned_money())
    hub = graph.hub()
    report.equal(f'{what}: two steps around the hub', sorted(row[0] for row in server.ask(
        'MATCH p = (a:Entity {id: $hub})-[*1..2]-(b:Entity) WHERE b <> a AND all(n IN nodes(p) WHERE n:Entity) '
        'AND none(r IN relationships(p) WHERE type(r) = "denied") RETURN DISTINCT b.id', hub=hub)), graph.within_hops(hub, 2))
    for document in graph.documents:
        report.equal(f'{what}: what {document} says', [row[0] for row in server.ask(
            'MATCH (q:TextQuote)-[:source]->(:Document {id: $document}) RETURN DISTINCT q.statement AS s ORDER BY s',
            document=document)], graph.said_by(document))


def main():
    if not shutil.which('java'):
        skip('there is no java')
    if not any(JARS.glob('neo4j-harness-*.jar')):
        skip(f'there are no jar files of Neo4j in {JARS} (.ci/engines gets them)')
    report = Report()
    files = [Path(file) for file in sys.argv[1:]]
    with tempfile.TemporaryDirectory(prefix='neo4j-check-') as folder:
        work = Path(folder)
        merged = work / 'all.jsonld'
        guanxi('merge', *files, '-q', '-o', merged, '-f', 'neo4j', '-o', work / 'csv')
        for file in (*files, merged):
            guanxi('convert', file, '-q', '-o', work / f'{file.stem}.cypher')

        home = work / 'imported'
        import_csv(work / 'csv', home)
        with Server(home) as server:
            check(report, server, Graph(merged), 'imported')
            # The constraints hold afterwards, and the script changes nothing of what was imported.
            server.run((work / 'csv' / 'constraints.cypher').read_text())
            server.run((work / 'all.cypher').read_text(encoding='utf-8'))
            check(report, server, Graph(merged), 'imported, then the script')

        home = work / 'home'
        home.mkdir()
        with Server(home) as server:
            for file in files:
                script = (work / f'{file.stem}.cypher').read_text(encoding='utf-8')
                graph, missed = Graph(file), 0
                for time in ('once', 'twice'):
                    count = server.run(script)
                    check(report, server, graph, f'{file.name}, {count} statements {time}')
                server.ask('CALL db.awaitIndexes(60)')
                for i, (_, name, others, *_) in list(graph.entities.items())[:40]:
                    words = [word for text in (name, *others) for word in re.findall('[\u4e00-\u9fff]{2,}', text)]
                    if words:
                        found = server.ask('CALL db.index.fulltext.queryNodes("guanxi_names", $phrase) YIELD node RETURN node.id',
                                           phrase=f'"{words[0]}"')
                        missed += (i,) not in found
                report.equal(f'{file.name}: entities that full-text search misses', missed, 0)
                server.ask('MATCH (n) DETACH DELETE n')
            # Graphs that are loaded one after the other are the graph that they are together.
            for file in files:
                server.run((work / f'{file.stem}.cypher').read_text(encoding='utf-8'))
            merged = Graph(merged)
            report.equal('all scripts: facts', sorted(server.ask('MATCH (a:Entity)-[r]->(b:Entity) RETURN r.id, a.id, b.id')),
                         sorted((i, *merged.ends[i]) for i in merged.facts))
            report.equal('all scripts: evidence', server.ask('MATCH (n:TextQuote) RETURN count(n)'),
                         [(sum(len(quotes) for quotes in merged.evidence.values()),)])
    report.end()


if __name__ == '__main__':
    main()
