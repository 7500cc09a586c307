// Reads JSON-LD files with three independent programs and compares the triples they get, canonically (RDFC-1.0):
//
//   node jsonld_check.mjs FILE.jsonld ...
//
// jsonld.js in safe mode (nothing may be dropped), Oxigraph, and rdflib. Needs `npm ci` in this folder and Debian's
// python3-rdflib. No program may fetch anything: the context is inside the file.
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

let failed = 0;
for (const file of process.argv.slice(2)) {
    let first = null;
    for (const [name, read] of Object.entries(programs)) {
        try {
            const triples = await canonical(await read(file));
            const count = triples.split('\n').length - 1;
            first ??= {name, triples};
            const same = triples === first.triples && count > 0;
            console.log(`${same ? 'ok  ' : 'FAIL'} ${file}: ${name}: ${count} triples`);
            if (same) continue;
            failed++;
            console.log(`  only ${name}: ${difference(triples, first.triples)}`);
            console.log(`  only ${first.name}: ${difference(first.triples, triples)}`);
        } catch (error) {
            failed++;
            console.log(`FAIL ${file}: ${name}: ${error.message} ${JSON.stringify(error.details ?? '').slice(0, 300)}`);
        }
    }
}
process.exit(failed === 0 && process.argv.length > 2 ? 0 : 1);
