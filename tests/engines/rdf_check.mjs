// Checks that the RDF forms of a graph say what its JSON-LD says, as Oxigraph reads them, canonically (RDFC-1.0):
//
//   GUANXI=PROGRAM node rdf_check.mjs FILE.jsonld ...
//
// The program writes each file as Turtle, N-Triples and N-Quads; the quads are compared without their graphs, which must be
// documents.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const engines = await Promise.all([import('oxigraph'), import('jsonld')]).catch(() => {
    console.log('skipped: not installed: oxigraph and jsonld (npm)');
    process.exit(77);
});
const [oxigraph, jsonld] = engines.map((engine) => engine.default);

const load = (file, format) => {
    const store = new oxigraph.Store();
    store.load(readFileSync(file, 'utf8'), {format});
    return store;
};
const canonical = (store) => {
    const triples = new oxigraph.Store();
    for (const quad of store.match()) triples.add(oxigraph.quad(quad.subject, quad.predicate, quad.object));
    return jsonld.canonize(triples.dump({format: 'application/n-quads'}),
                           {algorithm: 'RDFC-1.0', inputFormat: 'application/n-quads', safe: true});
};
let failed = 0;
const report = (good, message) => {
    if (!good) failed++;
    console.log(`${good ? 'ok  ' : 'FAIL'} ${message}`);
};

const program = process.env.GUANXI;
const files = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'rdf-check-'));
const forms = {nt: 'application/n-triples', ttl: 'text/turtle', nq: 'application/n-quads'};
for (const file of files) {
    const expected = await canonical(load(file, 'application/ld+json'));
    const documents = JSON.parse(readFileSync(file, 'utf8'))['@graph'].filter((node) => node['@type'] === 'Document').length;
    for (const [suffix, format] of Object.entries(forms)) {
        const written = join(folder, `graph.${suffix}`);
        execFileSync(program, ['convert', file, '-q', '-o', written]);
        const store = load(written, format);
        const triples = await canonical(store);
        report(triples === expected && triples !== '', `${file}: ${suffix}: ${triples.split('\n').length - 1} triples`);
        if (suffix !== 'nq') continue;
        const graphs = store.query('SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }').map((row) => row.get('g').value);
        const known = graphs.filter((graph) => store.query(
            `ASK { <${graph}> a <https://schema.org/DigitalDocument> }`));
        report(known.length === graphs.length && graphs.length <= documents, `${file}: nq: ${graphs.length} graphs, each a document`);
    }
}
rmSync(folder, {recursive: true});
process.exit(failed === 0 && files.length > 0 ? 0 : 1);
