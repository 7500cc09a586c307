// Shortest ways between two entities over the facts that pass the filters.

import {Graph, otherEnd} from './data';
import type {Passing} from './filters';

/// All shortest paths, at most so many, in order of entities; each as the entities on it. Empty if there is none.
export function shortestPaths(graph: Graph, passing: Passing, from: number, to: number, limit: number): number[][] {
    const distance = new Int32Array(graph.count).fill(-1);
    distance[to] = 0;
    let ring = [to];
    // From the end, so that each step from the start knows which neighbours are nearer.
    while (ring.length > 0 && distance[from] < 0) {
        const next: number[] = [];
        for (const entity of ring) {
            for (const other of neighbours(graph, passing, entity)) {
                if (distance[other] >= 0) continue;
                distance[other] = distance[entity] + 1;
                next.push(other);
            }
        }
        ring = next;
    }
    if (distance[from] < 0) return [];
    const paths: number[][] = [];
    const walk = (path: number[]): void => {
        const last = path[path.length - 1];
        if (last === to) {
            paths.push(path);
            return;
        }
        for (const other of neighbours(graph, passing, last)) {
            if (paths.length >= limit) return;
            if (distance[other] === distance[last] - 1) walk([...path, other]);
        }
    };
    walk([from]);
    return paths;
}

/// Entities one passing fact away, each once, in the order of the facts.
export function neighbours(graph: Graph, passing: Passing, entity: number): number[] {
    const seen = new Set<number>();
    for (let i = graph.start[entity]; i < graph.start[entity + 1]; ++i) {
        const fact = graph.incident[i];
        if (passing.facts[fact]) seen.add(otherEnd(graph, fact, entity));
    }
    return [...seen];
}

/// Passing facts between two entities, in either direction.
export function factsBetween(graph: Graph, passing: Passing, a: number, b: number): number[] {
    const less = graph.start[a + 1] - graph.start[a] < graph.start[b + 1] - graph.start[b] ? a : b;
    const other = less === a ? b : a;
    const facts: number[] = [];
    for (let i = graph.start[less]; i < graph.start[less + 1]; ++i) {
        const fact = graph.incident[i];
        if (passing.facts[fact] && otherEnd(graph, fact, less) === other) facts.push(fact);
    }
    return facts;
}
