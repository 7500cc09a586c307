"""Runs `guanxi load` against a real Neo4j, by both of its HTTP interfaces:

    neo4j_load_check.py FILE.jsonld

Loaded, and loaded again, the database answers as the JSON-LD says. Needs the server of neo4j_check.py, with Bolt enabled, on which Neo4j's
query API stands. Exits 77 without it.
"""
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from answers import GUANXI, skip

SERVER = Path(__file__).parent / 'neo4j_check.py'
if not SERVER.exists() or '__main__' not in SERVER.read_text(encoding='utf-8') or not shutil.which('java'):
    skip('a Neo4j that this test can start (neo4j_check.py, java)')

from neo4j_check import JARS, Graph, Report, Server, check  # noqa: E402  as it exits where it must

if not any(JARS.glob('neo4j-harness-*.jar')):
    skip('the jar files of Neo4j')


def load(file, url):
    done = subprocess.run([GUANXI, 'load', file, '--to', url], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.returncode, done.stdout.strip()


def main():
    file = Path(sys.argv[1]).resolve()
    report = Report()
    for path in ('query/v2', 'tx/commit'):
        with tempfile.TemporaryDirectory(prefix='neo4j-load-') as home, Server(Path(home)) as server:
            counts = []
            for _ in range(2):
                code, said = load(file, f'{server.address}db/neo4j/{path}')
                report.equal(f'{path}: {said}', code, 0)
                counts.append((server.ask('MATCH (n) RETURN count(n)'), server.ask('MATCH ()-[r]->() RETURN count(r)')))
            report.equal(f'{path}: twice is the same as once: {counts[0]}', counts[1], counts[0])
            check(report, server, Graph(file), path)
            code, said = load(file, f'{server.address}db/nosuch/{path}')
            report.equal(f'{path}: no such database: {said}', (code, 'DatabaseNotFound' in said), (1, True))
    report.end()


main()
