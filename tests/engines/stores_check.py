"""Loads graphs into RDF stores and asks them, in SPARQL, what the JSON-LD says:

    stores_check.py FILE.jsonld ...

Virtuoso, Oxigraph and Fuseki as servers on loopback, with the N-Quads of each file; rdflib with its Turtle; serdi and rapper
parse all three forms. What Oxigraph gives back as N-Quads must read back to the same graph. $GUANXI is the program,
$ENGINES what .ci/engines made. An engine that is not installed is named; without any, exits 77.
"""
import subprocess
import shutil
import sys
import tempfile
from pathlib import Path

from answers import Answers, Report, ask_all, guanxi, skip
from rdf_servers import ENGINES, SERVERS


def content(file):
    """The lines of N-Quads, each once, without the labels of blank nodes, in one order."""
    return sorted(' '.join('_:' if word.startswith('_:') else word for word in line.split(' '))
                  for line in set(file.read_text(encoding='utf-8').split('\n')))


def parse_all(report, forms):
    for tool, words in {'serdi': ['-q'], 'rapper': ['-q', '-c']}.items():
        if not shutil.which(tool):
            print(f'skipped: not installed: {tool}')
            continue
        for form, name in {'ttl': 'turtle', 'nt': 'ntriples', 'nq': 'nquads'}.items():
            command = [tool, *words, '-i', name, forms[form]]
            done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            report.equal(f'{tool} parses {forms[form].name}', (done.returncode, done.stdout[:200] if tool == 'rapper' else b''),
                         (0, b''))


def read_back(report, server, forms, work):
    """A store's own N-Quads, in its order, are the same graph."""
    dump = work / 'dump.nq'
    dump.write_bytes(server.request('GET', server.store_url, Accept='application/n-quads'))
    guanxi('convert', '-q', dump, '-o', work / 'back.nq')
    # A store holds a line once: of two authors of one name one is left.
    report.equal(f'{server.name}: what it gives back reads back to the same graph', content(work / 'back.nq'),
                 content(forms['nq']))


def ask_rdflib(report, answers, forms, name):
    python = ENGINES / 'python' / 'bin' / 'python'
    if not python.exists():
        print('skipped: not installed: rdflib (PyPI)')
        return
    if forms['nq'].stat().st_size > 500_000:
        print(f'{name}: not asked of rdflib, which takes minutes for so much')
        return
    done = subprocess.run([python, Path(__file__).parent / 'rdflib_check.py', name, forms['nq']], stdout=subprocess.PIPE, text=True,
                          input=repr(answers.rdf_answers()))
    print(done.stdout, end='')
    report.equal(f'{name}: rdflib: all of it', done.returncode, 0)


def main():
    files = [Path(file).resolve() for file in sys.argv[1:]]
    servers = [server for server in SERVERS if server.missing() is None]
    for server in SERVERS:
        if server not in servers:
            print(f'skipped: not installed: {server.missing()}')
    if not servers:
        skip('all RDF stores')
    report = Report()
    with tempfile.TemporaryDirectory(prefix='stores-check-') as folder:
        work = Path(folder)
        forms = {}
        for file in files:
            forms[file] = {form: work / f'{file.stem}.{form}' for form in ('ttl', 'nt', 'nq')}
            guanxi('convert', '-q', file, *(word for form in forms[file].values() for word in ('-o', form)))
            parse_all(report, forms[file])
            ask_rdflib(report, Answers(file), forms[file], file.name)
        for kind in servers:
            for file in files:
                with kind() as server:
                    server.load(forms[file]['nq'].read_bytes())
                    ask_all(report, f'{file.name}: {kind.name}', Answers(file), server.select)
                    if kind.name == 'Oxigraph':
                        read_back(report, server, forms[file], work)
    report.end()


main()
