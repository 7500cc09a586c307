// Which entities and facts are shown.

import type {Graph, Statements} from './data';

export interface Filters {
    kinds: Set<number>;      // hidden
    relations: Set<number>;  // hidden
    statuses: Set<number>;   // hidden
    from: number;            // 0: no bound
    to: number;
    undated: boolean;
    confidence: number;      // in hundredths
}

export const noFilters = (): Filters =>
    ({kinds: new Set(), relations: new Set(), statuses: new Set(), from: 0, to: 0, undated: true, confidence: 0});

export const filtersFacts = (filters: Filters): boolean =>
    filters.relations.size > 0 || filters.statuses.size > 0 || filters.from > 0 || filters.to > 0 || !filters.undated || filters.confidence > 0;

export const filtersAny = (filters: Filters): boolean => filters.kinds.size > 0 || filtersFacts(filters);

export function passes(statements: Statements, row: number, filters: Filters): boolean {
    if (filters.statuses.has(statements.status[row])) return false;
    if (statements.confidence[row] < filters.confidence) return false;
    if (statements.from[row] === 0) return filters.undated;
    if (filters.from > 0 && statements.to[row] < filters.from) return false;
    return filters.to === 0 || statements.from[row] <= filters.to;
}

/// What passes, by index.
export interface Passing {
    facts: Uint8Array;
    entities: Uint8Array;
    /// Facts of an entity that pass.
    degree: Uint32Array;
    factCount: number;
    entityCount: number;
}

/// An entity passes if its kind does and, where facts are filtered, one of its facts does.
export function applyFilters(graph: Graph, filters: Filters): Passing {
    const facts = new Uint8Array(graph.facts.count);
    const entities = new Uint8Array(graph.count);
    const degree = new Uint32Array(graph.count);
    const {subject, object, relation} = graph.facts;
    let factCount = 0;
    for (let f = 0; f < graph.facts.count; ++f) {
        if (filters.relations.has(relation[f]) || filters.kinds.has(graph.kind[subject[f]]) || filters.kinds.has(graph.kind[object[f]])) continue;
        if (!passes(graph.facts, f, filters)) continue;
        facts[f] = 1;
        ++factCount;
        ++degree[subject[f]];
        ++degree[object[f]];
    }
    const linked = filtersFacts(filters);
    let entityCount = 0;
    for (let e = 0; e < graph.count; ++e) {
        if (filters.kinds.has(graph.kind[e]) || (linked && degree[e] === 0)) continue;
        entities[e] = 1;
        ++entityCount;
    }
    return {facts, entities, degree, factCount, entityCount};
}

/// The first and the last year that any fact names; zeros if none does.
export function yearRange(graph: Graph): [number, number] {
    let first = 0;
    let last = 0;
    for (let f = 0; f < graph.facts.count; ++f) {
        const from = graph.facts.from[f];
        if (from === 0) continue;
        if (first === 0 || from < first) first = from;
        last = Math.max(last, graph.facts.to[f]);
    }
    return [first, last];
}
