"""Runs `guanxi load` against real servers: RDF stores, and Neo4j where its jar files are.

    load_check.py A.jsonld B.jsonld

A loaded graph answers as its JSON-LD says; loaded twice it is the same; B joins A; wrong passwords are refused in the server's
words. $GUANXI is the program, $ENGINES what .ci/engines made. A server that is not installed is named; without any, exits 77.
"""
import os
import subprocess
import sys
from pathlib import Path

from answers import GUANXI, Answers, Report, ask_all, skip
from rdf_servers import SERVERS, Fuseki

COUNT = ('SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } '
         'FILTER(STRSTARTS(STR(?g), "https://guanxi.example/") || STR(?g) = "urn:guanxi:names") }')


def load(file, url, *more, user=None, password=None):
    environment = {k: v for k, v in os.environ.items() if k not in ('GUANXI_USER', 'GUANXI_PASSWORD', 'GUANXI_TOKEN')}
    if user:
        environment.update(GUANXI_USER=user, GUANXI_PASSWORD=password)
    done = subprocess.run([GUANXI, 'load', file, '--to', url, *more], env=environment, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True)
    return done.returncode, done.stdout


def load_into(report, kind, protocol, first, second):
    with kind() as server:
        url = server.update_url if protocol == 'update' else server.store_url
        names = ['--graph', server.names_graph] if server.names_graph else []
        who = {'user': server.user, 'password': server.password}
        what = f'{kind.name}, {protocol}'
        counts = []
        for _ in range(2):
            code, said = load(first, url, *names, **who)
            report.equal(f'{what}: {said.strip()}', code, 0)
            counts += server.select(COUNT)
        report.equal(f'{what}: twice is the same as once: {counts[0][0]} quads', counts[1], counts[0])
        ask_all(report, what, Answers(first), server.select)
        report.equal(f'{what}: another graph joins it', load(second, url, *names, **who)[0], 0)
        ask_all(report, f'{what}, both', Answers(first, second), server.select)
        if server.user:
            code, said = load(first, url, *names, user=server.user, password='wrong')
            report.equal(f'{what}: a wrong password is refused: {said.strip()[:200]}',
                         (code, 'the server says 401' in said, 'wrong' in said), (1, True, False))
            code, said = load(first, url, *names)
            report.equal(f'{what}: nobody is refused', (code, 'GUANXI_USER' in said), (1, True))


def passwords(report, first):
    with Fuseki('reporter', 'geheim:1') as server:
        code, said = load(first, server.store_url)
        report.equal('Fuseki with a password: nobody is refused', (code, 'the server says 401' in said), (1, True))
        report.equal('Fuseki with a password: its user is not',
                     load(first, server.store_url, user='reporter', password='geheim:1')[0], 0)


def main():
    first, second = (Path(file).resolve() for file in sys.argv[1:])
    servers = [server for server in SERVERS if server.missing() is None]
    for server in SERVERS:
        if server not in servers:
            print(f'skipped: not installed: {server.missing()}')
    if not servers:
        skip('all servers that a graph can be loaded into')
    report = Report()
    for kind in servers:
        load_into(report, kind, 'graph store', first, second)
        if hasattr(kind, 'update_url'):
            load_into(report, kind, 'update', first, second)
        if kind is Fuseki:
            passwords(report, first)
    report.end()


main()
