// Loads Cytoscape JSON into cytoscape.js and asks it what the JSON-LD answers by itself:
//
//   node cytoscape_check.mjs FILE.jsonld ...
//
// $GUANXI is the program. Needs `npm ci` in this folder; says so and exits 77 where that was not done.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const {default: cytoscape} = await import('cytoscape').catch(() => {
    console.log('skipped: cytoscape is not installed (npm ci)');
    process.exit(77);
});

let failed = 0;
const report = (good, message) => {
    if (!good) failed++;
    console.log(`${good ? 'ok  ' : 'FAIL'} ${message}`);
};
const bare = (id) => id.slice(3);
const others = new Set(['Document', 'Statement', 'Observation']);

// Lengths of the shortest ways from an entity, along the facts' directions.
function distances(facts, start) {
    const next = new Map();
    for (const fact of facts) next.set(fact.subject, [...(next.get(fact.subject) ?? []), fact.object]);
    const found = new Map([[start, 0]]);
    for (const at of found.keys()) {
        for (const to of next.get(at) ?? []) if (!found.has(to)) found.set(to, found.get(at) + 1);
    }
    return found;
}

const program = process.env.GUANXI ?? 'guanxi';
const files = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'cytoscape-check-'));
for (const file of files) {
    const written = join(folder, 'graph.cyjs');
    execFileSync(program, ['convert', file, '-q', '-o', written]);
    const graph = JSON.parse(readFileSync(file, 'utf8'))['@graph'];
    const facts = graph.filter((node) => node['@type'] === 'Statement');
    const observations = graph.filter((node) => node['@type'] === 'Observation');
    const documents = graph.filter((node) => node['@type'] === 'Document');
    const entities = graph.filter((node) => !others.has(node['@type']));

    const json = JSON.parse(readFileSync(written, 'utf8'));
    const cy = cytoscape({headless: true, elements: json.elements});
    report(cy.nodes().length === entities.length + observations.length && cy.edges().length === facts.length + observations.length,
           `${file}: ${cy.nodes().length} nodes, ${cy.edges().length} edges`);
    report(json.data.documents.every((document, i) => document.id === bare(documents[i]['@id'])) &&
           json.data.documents.length === documents.length, `${file}: ${documents.length} documents`);
    report(entities.every((entity) => {
        const node = cy.getElementById(bare(entity['@id']));
        return node.data('name') === entity.name && node.data('kind') === entity['@type'] && node.data('code') === entity.code &&
            JSON.stringify(node.data('aliases')) === JSON.stringify(entity.alternateName);
    }), `${file}: entities with names, kinds, codes, other names`);
    report(facts.every((fact) => {
        const edge = cy.getElementById(bare(fact['@id']));
        const best = fact.evidence.reduce((a, b) => Number(b.confidence) > Number(a.confidence) ? b : a);
        const rest = fact.evidence.filter((quote) => quote !== best);
        return edge.source().id() === bare(fact.subject) && edge.target().id() === bare(fact.object) &&
            edge.data('interaction') === fact.predicate && edge.data('status') === fact.status && edge.data('time') === fact.time &&
            edge.data('amount') === (fact.amount ? Number(fact.amount.value) : undefined) &&
            edge.data('unit') === (fact.amount?.unit || undefined) && edge.data('count') === fact.count &&
            edge.data('title') === fact.title && edge.data('negated') === (fact.negated ?? false) &&
            edge.data('confidence') === Number(fact.confidence) && edge.data('sentence') === best.exact &&
            edge.data('document_id') === bare(best.source) && edge.data('quote_start') === best.start &&
            JSON.stringify((edge.data('more_evidence') ?? []).map((quote) => quote.exact)) === JSON.stringify(rest.map((quote) => quote.exact));
    }), `${file}: facts with their ends, all that is said of them, and their sentences`);
    report(observations.every((observation) => {
        const node = cy.getElementById(bare(observation['@id']));
        return node.data('indicator') === observation.indicator && node.data('unit') === observation.unit &&
            node.data('value') === (observation.value === undefined ? undefined : Number(observation.value)) &&
            node.data('rank') === observation.rank && node.incomers('node').map((from) => from.id()).join() === bare(observation.subject);
    }), `${file}: observations at their entities`);
    const start = facts[0].subject;
    const expected = distances(facts, start);
    let reached = 0;
    let right = 0;
    cy.elements('node[element = "entity"], edge[element = "fact"]').bfs({
        roots: cy.getElementById(bare(start)), directed: true, visit: (node, edge, from, i, depth) => {
            reached++;
            if (expected.get(`kg:${node.id()}`) === depth) right++;
        }});
    report(reached === expected.size && right === reached, `${file}: ${reached} entities reached from ${start}, as far as expected`);
}
rmSync(folder, {recursive: true});
process.exit(failed === 0 && files.length > 0 ? 0 : 1);
