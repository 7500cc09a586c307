// What is in the picture: nodes and links, with or without places.

import {GroupKind, otherEnd, type Graph} from './data';
import type {Passing} from './filters';
import {neighbours} from './paths';
import {say, label} from './words';

export interface SceneNode {
    id: string;
    entity: number;  // -1 if it is none
    group: number;   // -1 if it is none
    more: number;    // neighbours that are not shown
    of: number;      // the entity whose neighbours a bubble stands for; -1 if it is none
    size: number;    // facts of an entity, members of a group
    r: number;
    text: string;
    kinds?: number[];  // members of each kind, of a group of several
    x?: number;
    y?: number;
    fx?: number;
    fy?: number;
}

export interface SceneLink {
    source: SceneNode;
    target: SceneNode;
    facts: number[];
    weight: number;
    curve: number;
}

export interface OpenDisc {
    group: number;
    x: number;
    y: number;
    r: number;
    text: string;
}

export interface Scene {
    nodes: SceneNode[];
    links: SceneLink[];
    discs: OpenDisc[];
    layout: 'fixed' | 'force';
    linksLeftOut: number;
    /// What must change for the picture to be laid out anew.
    key: string;
}

const mostLinks = 12000;
const page = 30;   // neighbours that one step shows
const slack = 10;  // so few more are shown, too

export const emptyScene = (): Scene => ({nodes: [], links: [], discs: [], layout: 'fixed', linksLeftOut: 0, key: ''});

function entityNode(graph: Graph, passing: Passing, entity: number): SceneNode {
    const size = passing.degree[entity];
    return {id: `e${entity}`, entity, group: -1, more: 0, of: -1, size, r: 5 + 1.6 * Math.log2(1 + size), text: graph.name[entity]};
}

export function groupName(graph: Graph, group: number): string {
    const {what, of} = graph.map;
    switch (what[group]) {
        case GroupKind.community: return graph.name[of[group]];
        case GroupKind.kind: return label(graph.kinds[of[group]]);
        case GroupKind.object: return `${label(graph.relations[of[group]])} →`;
        case GroupKind.subject: return `→ ${label(graph.relations[of[group]])}`;
        case GroupKind.part: return graph.name[of[group]] + say('etc');
        case GroupKind.alone: return say('alone');
        default: return say('rest');
    }
}

/// The kind that gives a group its colour; -1 for none.
export function groupColour(graph: Graph, group: number): number {
    for (let at = group; at >= 0; at = graph.map.parent[at]) {
        const what = graph.map.what[at];
        if (what === GroupKind.kind) return graph.map.of[at];
        if (what === GroupKind.community) return -1;
    }
    return -1;
}

/// How many members of each kind a group has.
export function kindShares(graph: Graph, passing: Passing, group: number): number[] {
    const counts = new Array<number>(graph.kinds.length).fill(0);
    const count = (each: number): void => {
        for (const entity of graph.map.members[each]) if (passing.entities[entity]) ++counts[graph.kind[entity]];
        graph.map.groups[each].forEach(count);
    };
    count(group);
    return counts;
}

/// Members that pass, by group, those of groups inside included.
export function groupSizes(graph: Graph, passing: Passing): Uint32Array {
    const {parent, home} = graph.map;
    const sizes = new Uint32Array(parent.length);
    for (let e = 0; e < graph.count; ++e) if (passing.entities[e]) ++sizes[home[e]];
    for (let g = parent.length - 1; g >= 0; --g) if (parent[g] >= 0) sizes[parent[g]] += sizes[g];
    return sizes;
}

/// Groups opened level by level as long as no more things are shown than said.
export function openWhile(graph: Graph, sizes: Uint32Array, most: number): Set<number> {
    const opened = new Set<number>();
    const {groups, members, top} = graph.map;
    let level = top;
    let shown = top.length;
    while (level.length > 0) {
        const more = level.reduce((sum, g) => sum + groups[g].length + (sizes[g] > 0 ? members[g].length : 0) - 1, 0);
        if (shown + more > most) break;
        shown += more;
        level.forEach((g) => opened.add(g));
        level = level.flatMap((g) => groups[g]);
    }
    return opened;
}

/// The overview: groups stand for their members until they are opened.
export function mapScene(graph: Graph, passing: Passing, opened: Set<number>): Scene {
    const {map} = graph;
    const sizes = groupSizes(graph, passing);
    const scene = emptyScene();
    const standsFor: (SceneNode | undefined)[] = new Array(graph.count);
    const cover = (group: number, node: SceneNode): void => {
        for (const e of map.members[group]) standsFor[e] = node;
        for (const inner of map.groups[group]) cover(inner, node);
    };
    const add = (group: number): void => {
        if (sizes[group] === 0) return;
        const [x, y, r] = [map.x[group], map.y[group], map.r[group]];
        if (!opened.has(group)) {
            const node: SceneNode = {id: `g${group}`, entity: -1, group, more: 0, of: -1, size: sizes[group], r, text: groupName(graph, group), x, y, fx: x, fy: y};
            if (groupColour(graph, group) < 0) node.kinds = kindShares(graph, passing, group);
            scene.nodes.push(node);
            cover(group, node);
            return;
        }
        scene.discs.push({group, x, y, r, text: groupName(graph, group)});
        for (const e of map.members[group]) {
            if (!passing.entities[e]) continue;
            const node = {...entityNode(graph, passing, e), r: map.entityR[e], x: map.entityX[e], y: map.entityY[e], fx: map.entityX[e], fy: map.entityY[e]};
            scene.nodes.push(node);
            standsFor[e] = node;
        }
        map.groups[group].forEach(add);
    };
    map.top.forEach(add);
    link(graph, passing, scene, (e) => standsFor[e]);
    strongest(scene);
    return scene;
}

// Between groups only the strongest links of each are drawn: all of them would be a grey plane.
function strongest(scene: Scene): void {
    const many = 400;
    if (scene.links.length <= many) return;
    const bundles = scene.links.filter((each) => each.source.group >= 0 || each.target.group >= 0).sort((a, b) => b.weight - a.weight);
    const taken = new Map<SceneNode, number>();
    const kept = new Set<SceneLink>();
    const each = bundles.length > 3000 ? 2 : 3;
    for (const bundle of bundles) {
        const [a, b] = [taken.get(bundle.source) ?? 0, taken.get(bundle.target) ?? 0];
        if (a >= each && b >= each) continue;
        taken.set(bundle.source, a + 1);
        taken.set(bundle.target, b + 1);
        kept.add(bundle);
    }
    const before = scene.links.length;
    scene.links = scene.links.filter((link) => (link.source.entity >= 0 && link.target.entity >= 0) || kept.has(link));
    scene.linksLeftOut += before - scene.links.length;
}

// A link for each pair of nodes that facts join, the heaviest first; with the facts, where both ends are entities.
function link(graph: Graph, passing: Passing, scene: Scene, nodeOf: (entity: number) => SceneNode | undefined): void {
    const index = new Map(scene.nodes.map((node, i) => [node, i]));
    const links = new Map<number, SceneLink>();
    const {subject, object} = graph.facts;
    for (let f = 0; f < graph.facts.count; ++f) {
        if (!passing.facts[f]) continue;
        const source = nodeOf(subject[f]);
        const target = nodeOf(object[f]);
        if (!source || !target || source === target) continue;
        const a = index.get(source)!;
        const b = index.get(target)!;
        const directed = source.entity >= 0 && target.entity >= 0;
        const key = directed || a < b ? a * scene.nodes.length + b : b * scene.nodes.length + a;
        const there = links.get(key);
        if (there) {
            ++there.weight;
            if (there.facts.length < 400) there.facts.push(f);
        } else {
            links.set(key, {source, target, facts: [f], weight: 1, curve: 0});
        }
    }
    for (const [key, each] of links) {
        const a = Math.floor(key / scene.nodes.length);
        const b = key % scene.nodes.length;
        if (each.source.entity >= 0 && each.target.entity >= 0 && links.has(b * scene.nodes.length + a)) each.curve = 0.15;
    }
    scene.links = [...links.values()];
    if (scene.links.length > mostLinks) {
        scene.links.sort((x, y) => y.weight - x.weight);
        scene.linksLeftOut = scene.links.length - mostLinks;
        scene.links.length = mostLinks;
    }
}

/// All entities, laid out by forces; for small graphs.
export function wholeScene(graph: Graph, passing: Passing): Scene {
    const scene = emptyScene();
    const nodes: (SceneNode | undefined)[] = [];
    for (let e = 0; e < graph.count; ++e) {
        if (!passing.entities[e]) continue;
        nodes[e] = {...entityNode(graph, passing, e), x: graph.map.entityX[e], y: graph.map.entityY[e]};
        scene.nodes.push(nodes[e]!);
    }
    link(graph, passing, scene, (e) => nodes[e]);
    scene.layout = 'force';
    scene.key = `whole ${scene.nodes.length} ${scene.links.length}`;
    return scene;
}

/// Neighbours that pass, those with the most facts in common and then the most facts first.
export function rankedNeighbours(graph: Graph, passing: Passing, entity: number): number[] {
    const common = new Map<number, number>();
    for (let i = graph.start[entity]; i < graph.start[entity + 1]; ++i) {
        const fact = graph.incident[i];
        if (!passing.facts[fact]) continue;
        const other = otherEnd(graph, fact, entity);
        common.set(other, (common.get(other) ?? 0) + 1);
    }
    return [...common.keys()].sort((a, b) => common.get(b)! - common.get(a)! || passing.degree[b] - passing.degree[a] || a - b);
}

/// Some entities with their neighbours, a page or more of each.
export function focusScene(graph: Graph, passing: Passing, widened: [number, number][]): Scene {
    const scene = emptyScene();
    const nodes = new Map<number, SceneNode>();
    const add = (entity: number): void => {
        if (!nodes.has(entity)) nodes.set(entity, entityNode(graph, passing, entity));
    };
    const bubbles: number[] = [];
    for (const [entity, pages] of widened) {
        add(entity);
        const ranked = rankedNeighbours(graph, passing, entity);
        if (ranked.length <= pages * page + slack) {
            ranked.forEach(add);
        } else {
            ranked.slice(0, pages * page).forEach(add);
            bubbles.push(entity);
        }
    }
    scene.nodes = [...nodes.values()];
    const done = new Set(widened.map(([entity]) => entity));
    for (const node of scene.nodes) {
        if (done.has(node.entity)) continue;
        node.more = neighbours(graph, passing, node.entity).filter((other) => !nodes.has(other)).length;
    }
    link(graph, passing, scene, (e) => nodes.get(e));
    for (const entity of bubbles) {
        const hidden = rankedNeighbours(graph, passing, entity).filter((other) => !nodes.has(other)).length;
        if (hidden === 0) continue;
        const bubble: SceneNode = {id: `m${entity}`, entity: -1, group: -1, more: 0, of: entity, size: hidden, r: 13, text: `+${hidden}`};
        scene.nodes.push(bubble);
        scene.links.push({source: nodes.get(entity)!, target: bubble, facts: [], weight: 1, curve: 0});
    }
    scene.layout = 'force';
    scene.key = `focus ${widened.join(' ')} ${scene.nodes.length} ${scene.links.length}`;
    return scene;
}

/// All the shortest paths, a column for each step.
export function pathScene(graph: Graph, passing: Passing, paths: number[][]): Scene {
    const scene = emptyScene();
    const nodes = new Map<number, SceneNode>();
    const columns: number[][] = [];
    for (const path of paths) {
        path.forEach((entity, i) => {
            if (nodes.has(entity)) return;
            nodes.set(entity, entityNode(graph, passing, entity));
            (columns[i] ??= []).push(entity);
        });
    }
    columns.forEach((column, i) => column.forEach((entity, row) => {
        const node = nodes.get(entity)!;
        node.r = Math.min(node.r, 16);
        node.x = node.fx = i * 210;
        node.y = node.fy = (row - (column.length - 1) / 2) * 64;
    }));
    scene.nodes = [...nodes.values()];
    link(graph, passing, scene, (e) => nodes.get(e));
    scene.key = `path ${paths.length}`;
    return scene;
}
