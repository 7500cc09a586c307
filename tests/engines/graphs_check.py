"""Reads GraphML and GEXF with networkx and igraph and compares them, element by element, with the JSON-LD.

    graphs_check.py FILE.jsonld ...

$GUANXI is the program. Needs requirements.txt; says so and exits 77 where that is not installed.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

try:
    import igraph
    import networkx
except ImportError as error:
    print(f'skipped: {error} (tests/engines/requirements.txt)')
    sys.exit(77)

import elements

failed = 0


def report(good, message):
    global failed
    failed += not good
    print(f"{'ok  ' if good else 'FAIL'} {message}")


def compare(name, wanted, found):
    nodes, edges = wanted
    wrong = []
    for what, want, have in (('node', nodes, found[0]), ('edge', edges, found[1])):
        if want.keys() != have.keys():
            wrong.append(f'{len(want)} {what}s wanted, {len(have)} there')
            continue
        for key, properties in want.items():
            difference = elements.same(properties, have[key])
            if difference:
                wrong.append(f'{what} {key}: {difference}')
    report(not wrong and edges, f'{name}: {len(nodes)} nodes and {len(edges)} edges, with all their properties')
    for message in wrong[:5]:
        print(f'  {message}')


def networkx_elements(graph):
    nodes = dict(graph.nodes(data=True))
    # A graph without parallel edges is no multigraph for networkx; the id is a property, then.
    edges = graph.edges(keys=True, data=True) if graph.is_multigraph() else (
        (a, b, data['id'], data) for a, b, data in graph.edges(data=True))
    return nodes, {key: dict(data, source=a, target=b) for a, b, key, data in edges}


def igraph_elements(graph):
    # igraph reads the source for the id of an edge; `uid` is the id.
    nodes = {v['id']: v.attributes() for v in graph.vs}
    return nodes, {e['uid']: dict(e.attributes(), source=graph.vs[e.source]['id'], target=graph.vs[e.target]['id'])
                   for e in graph.es}


def days(time):
    """First and last day by another way than the program's."""
    import datetime
    first, last = (time.split('/') * 2)[:2]
    begin = datetime.date.fromisoformat((first + '-01-01')[:10])
    if len(last) == 4:
        end = datetime.date(int(last), 12, 31)
    elif len(last) == 7:
        year, month = map(int, last.split('-'))
        end = datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)
    else:
        end = datetime.date.fromisoformat(last)
    return begin.isoformat(), end.isoformat()


def check_times(name, wanted, found):
    right, timed = 0, 0
    for want, have in zip(wanted, found):
        for key, properties in want.items():
            expected = days(properties['time']) if 'time' in properties else (None, None)
            timed += 'time' in properties
            right += (have[key].get('start'), have[key].get('end')) == expected
    report(right == sum(map(len, wanted)) and timed, f'{name}: {timed} elements have the days of their time, the others none')


def check_examples(name, graphml, wanted):
    """The examples of docs/formats/graphml.md, run on the file."""
    page = (pathlib.Path(__file__).resolve().parent.parent.parent / 'docs' / 'formats' / 'graphml.md').read_text('utf-8')
    seen = {}
    for code in re.findall(r'```python\n(.*?)```', page, re.S):
        exec(code.replace('report.graphml', str(graphml)), seen)
    facts = [e for e in wanted[1].values() if e['element'] == 'fact' and e.get('status') == 'planned']
    rows = sorted(row[3] for row in seen['planned'])
    report(rows == sorted(elements.xml_text(fact['sentence']) for fact in facts) and
           seen['entities'].vcount() == sum(n['element'] == 'entity' for n in wanted[0].values()),
           f'{name}: the examples of the page find {len(rows)} planned facts and {seen["entities"].vcount()} entities')


program, files = os.environ.get('GUANXI', 'guanxi'), sys.argv[1:]
with tempfile.TemporaryDirectory() as folder:
    for file in map(pathlib.Path, files):
        graphml, gexf = (pathlib.Path(folder) / f'graph.{suffix}' for suffix in ('graphml', 'gexf'))
        subprocess.run([program, 'convert', '-q', file, '-o', graphml, '-o', gexf], check=True)
        wanted = elements.read(file)
        graph = networkx.read_graphml(graphml, force_multigraph=True)
        report(graph.is_directed(), f'{file.name}: networkx: GraphML: directed')
        compare(f'{file.name}: networkx: GraphML', wanted, networkx_elements(graph))
        compare(f'{file.name}: igraph: GraphML', wanted, igraph_elements(igraph.Graph.Read_GraphML(str(graphml))))
        check_examples(file.name, graphml, wanted)
        graph = networkx.read_gexf(gexf)
        report(graph.is_directed(), f'{file.name}: networkx: GEXF: directed')
        compare(f'{file.name}: networkx: GEXF', wanted, networkx_elements(graph))
        check_times(f'{file.name}: networkx: GEXF', wanted, networkx_elements(graph))
sys.exit(0 if failed == 0 and files else 1)
