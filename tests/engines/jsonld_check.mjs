// Reads JSON-LD files with three independent programs and compares the triples they get, canonically (RDFC-1.0):
//
//   node jsonld_check.mjs FILE.jsonld ...
//
// jsonld.js in safe mode (nothing may be dropped), Oxigraph, and rdflib. Then every term of the project's own that a file uses must
// be defined in docs/vocabulary.ttl, and the query of docs/formats.md must find the same rows in Oxigraph and in rdflib.
// Needs `npm ci` in this folder and Debian's python3-rdflib. No program may fetch anything: the context is inside the file.
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import jsonld from 'jsonld';
import oxigraph from 'oxigraph';

const offline = async (url) => { throw new Error(`a remote document is asked for: ${url}`); };
const canonical = (quads) => jsonld.canonize(quads, {algorithm: 'RDFC-1.0', inputFormat: 'application/n-quads', safe: true});

// rdflib would rewrite literals to forms of its own.
const rdflibScript = `
import sys, rdflib
rdflib.NORMALIZE_LITERALS = False
graph = rdflib.Graph().parse(sys.argv[1], format="json-ld")
sys.stdout.buffer.write(graph.serialize(format="nt", encoding="utf-8"))
`;

const programs = {
    'jsonld.js': async (file) => jsonld.toRDF(JSON.parse(readFileSync(file, 'utf8')),
                                              {format: 'application/n-quads', safe: true, documentLoader: offline}),
    'oxigraph': async (file) => {
        const store = new oxigraph.Store();
        store.load(readFileSync(file, 'utf8'), {format: 'application/ld+json'});
        return store.dump({format: 'application/n-quads'});
    },
    'rdflib': async (file) => execFileSync('/usr/bin/python3', ['-c', rdflibScript, file], {encoding: 'utf8', maxBuffer: 1 << 30}),
};

// The first line of one list that the other lacks.
function difference(mine, theirs) {
    const known = new Set(theirs.split('\n'));
    return mine.split('\n').find((line) => !known.has(line)) ?? '(none)';
}

const docs = new URL('../../docs/', import.meta.url);
const vocabulary = new oxigraph.Store();
vocabulary.load(readFileSync(new URL('vocabulary.ttl', docs), 'utf8'), {format: 'text/turtle'});
const query = readFileSync(new URL('formats.md', docs), 'utf8').match(/```sparql\n([^]*?)```/)[1];

function undefinedTerms(triples) {
    const terms = new Set(triples.match(/<https:\/\/guanxi\.example\/vocabulary#[^>]*>/g));
    return [...terms].filter((term) => vocabulary.match(oxigraph.namedNode(term.slice(1, -1))).length === 0);
}

const rdflibQuery = `
import sys, rdflib
graph = rdflib.Graph().parse(sys.argv[1], format="json-ld")
print(len(list(graph.query(sys.argv[2]))))
`;

function report(good, message) {
    if (!good) failed++;
    console.log(`${good ? 'ok  ' : 'FAIL'} ${message}`);
}

let failed = 0;
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
    const others = Number(execFileSync('/usr/bin/python3', ['-c', rdflibQuery, file, query], {encoding: 'utf8'}));
    report(rows === others, `${file}: the query of docs/formats.md: ${rows} rows in Oxigraph, ${others} in rdflib`);
}
process.exit(failed === 0 && process.argv.length > 2 ? 0 : 1);
