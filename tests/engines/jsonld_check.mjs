// Reads JSON-LD files with three independent programs and compares the triples they get, canonically (RDFC-1.0):
//
//   node jsonld_check.mjs FILE.jsonld ...
//
// jsonld.js in safe mode (nothing may be dropped), Oxigraph, and rdflib. Then every term of the project's own that a file uses must
// be defined in docs/vocabulary.ttl, the query of docs/formats/jsonld.md must find the same rows in Oxigraph and in rdflib, and
// jsonld.js must compact and frame the expanded file with the context that the file carries.
// No program may fetch anything: the context is inside the file.
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';

const python = `${process.env.ENGINES}/python/bin/python`;
const engines = await Promise.all([import('jsonld'), import('oxigraph')]).catch(() => null);
if (engines === null || !existsSync(python)) {
    console.log(`skipped: not installed: ${engines === null ? 'jsonld and oxigraph (npm)' : 'rdflib (PyPI)'}`);
    process.exit(77);
}
const [jsonld, oxigraph] = engines.map((engine) => engine.default);

const offline = async (url) => { throw new Error(`a remote document is asked for: ${url}`); };
const options = {safe: true, documentLoader: offline};
const canonical = (quads) => jsonld.canonize(quads, {algorithm: 'RDFC-1.0', inputFormat: 'application/n-quads', safe: true});

// rdflib would rewrite literals to forms of its own.
const rdflibScript = `
import sys, rdflib
rdflib.NORMALIZE_LITERALS = False
graph = rdflib.Graph().parse(sys.argv[1], format="json-ld")
sys.stdout.buffer.write(graph.serialize(format="nt", encoding="utf-8"))
`;

const programs = {
    'jsonld.js': async (file) => jsonld.toRDF(JSON.parse(readFileSync(file, 'utf8')), {...options, format: 'application/n-quads'}),
    'oxigraph': async (file) => {
        const store = new oxigraph.Store();
        store.load(readFileSync(file, 'utf8'), {format: 'application/ld+json'});
        return store.dump({format: 'application/n-quads'});
    },
    'rdflib': async (file) => execFileSync(python, ['-c', rdflibScript, file], {encoding: 'utf8', maxBuffer: 1 << 30}),
};

// The first line of one list that the other lacks.
function difference(mine, theirs) {
    const known = new Set(theirs.split('\n'));
    return mine.split('\n').find((line) => !known.has(line)) ?? '(none)';
}

const docs = new URL('../../docs/', import.meta.url);
const vocabulary = new oxigraph.Store();
vocabulary.load(readFileSync(new URL('vocabulary.ttl', docs), 'utf8'), {format: 'text/turtle'});
const query = readFileSync(new URL('formats/jsonld.md', docs), 'utf8').match(/```sparql\n([^]*?)```/)[1];

function undefinedTerms(triples) {
    const terms = new Set(triples.match(/<https:\/\/guanxi\.example\/vocabulary#[^>]*>/g));
    return [...terms].filter((term) => vocabulary.match(oxigraph.namedNode(term.slice(1, -1))).length === 0);
}

const rdflibQuery = `
import sys, rdflib
graph = rdflib.Graph().parse(sys.argv[1], format="json-ld")
print(len(list(graph.query(sys.argv[2]))))
`;

let failed = 0;
function report(good, message) {
    if (!good) failed++;
    console.log(`${good ? 'ok  ' : 'FAIL'} ${message}`);
}

// With keys and lists in one order.
function sorted(value) {
    if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}
// Lists of one are what compaction writes as the thing itself.
function plain(node) {
    return Object.fromEntries(Object.entries(node).map(([key, value]) =>
        [key, ['alternateName', 'author', 'evidence'].includes(key) && value.length === 1 ? value[0] : value]));
}

// Expanded and compacted again with its own context a file says the same, key by key; framed, each statement holds its subject.
async function contextWorks(file) {
    const written = JSON.parse(readFileSync(file, 'utf8'));
    const context = written['@context'];
    const compacted = await jsonld.compact(await jsonld.expand(written, options), context, options);
    const mine = JSON.stringify(sorted(written['@graph'].map(plain)));
    const theirs = JSON.stringify(sorted((compacted['@graph'] ?? [compacted]).map(plain)));
    report(mine === theirs, `${file}: compacted with its own context: ${written['@graph'].length} nodes`);
    // Explicit: the whole graph hangs together, and would stand below each statement.
    const end = {'@embed': '@always', '@explicit': true, 'name': {}};
    const frame = {'@context': context, '@type': 'Statement', '@explicit': true, 'subject': end, 'object': end};
    const framed = await jsonld.frame(written, frame, options);
    const statements = written['@graph'].filter((node) => node['@type'] === 'Statement');
    const names = new Map(written['@graph'].map((node) => [node['@id'], node.name]));
    const shown = framed['@graph'] ?? [framed];
    report(shown.length === statements.length && statements.length > 0 &&
           statements.every((s) => shown.some((f) => f['@id'] === s['@id'] && f.subject.name === names.get(s.subject) &&
                                                     f.object.name === names.get(s.object))),
           `${file}: framed: ${shown.length} statements with their two ends`);
}

for (const file of process.argv.slice(2)) {
    let first = null;
    for (const [name, read] of Object.entries(programs)) {
        try {
            const triples = await canonical(await read(file));
            const count = triples.split('\n').length - 1;
            first ??= {name, triples};
            const same = triples === first.triples && count > 0;
            report(same, `${file}: ${name}: ${count} triples`);
            if (same) continue;
            console.log(`  only ${name}: ${difference(triples, first.triples)}`);
            console.log(`  only ${first.name}: ${difference(first.triples, triples)}`);
        } catch (error) {
            report(false, `${file}: ${name}: ${error.message} ${JSON.stringify(error.details ?? '').slice(0, 300)}`);
        }
    }
    if (first === null) continue;
    const unknown = undefinedTerms(first.triples);
    report(unknown.length === 0, `${file}: terms that the vocabulary does not define: ${unknown.join(' ') || 'none'}`);
    const store = new oxigraph.Store();
    store.load(first.triples, {format: 'application/n-quads'});
    const rows = store.query(query).length;
    const others = Number(execFileSync(python, ['-c', rdflibQuery, file, query], {encoding: 'utf8'}));
    report(rows === others, `${file}: the query of docs/formats/jsonld.md: ${rows} rows in Oxigraph, ${others} in rdflib`);
    await contextWorks(file);
}
process.exit(failed === 0 && process.argv.length > 2 ? 0 : 1);
