// How nodes, links and their names look; the canvas and the SVG draw what is said here.

import type {Graph} from './data';
import type {Palette} from './colours';
import type {Box} from './labels';
import {groupColour, SceneLink, SceneNode} from './scene';
import {label} from './words';

export interface Look {
    fill: string;
    line: string;
    width: number;
    dash: number[] | null;
}

export function nodeLook(graph: Graph, colours: Palette, node: SceneNode): Look {
    if (node.of >= 0) return {fill: colours.ground, line: colours.faint, width: 1, dash: [3, 3]};
    const kind = node.entity >= 0 ? graph.kind[node.entity] : groupColour(graph, node.group);
    if (kind < 0) return {fill: colours.raised, line: colours.frame, width: 1.2, dash: null};
    return {fill: colours.fills[kind], line: colours.lines[kind], width: node.entity >= 0 ? 1.2 : 1.6, dash: null};
}

/// The status that most facts of a link have; -1 if they deny it.
export function linkStatus(graph: Graph, link: SceneLink): number {
    if (link.facts.length > 0 && link.facts.every((fact) => graph.facts.negated.has(fact))) return -1;
    const counts = [0, 0, 0, 0];
    for (const fact of link.facts) ++counts[graph.facts.status[fact]];
    let best = 0;
    for (let status = 1; status < 4; ++status) if (counts[status] > 0 && counts[status] >= counts[best]) best = status;
    return counts[best] > 0 ? best : 0;
}

export const bothEntities = (link: SceneLink): boolean => link.source.entity >= 0 && link.target.entity >= 0;

export function linkLook(graph: Graph, colours: Palette, link: SceneLink): Look {
    const status = linkStatus(graph, link);
    if (!bothEntities(link)) {
        return {fill: '', line: colours.frame, width: Math.min(0.8 + 0.7 * Math.log2(link.weight), 6), dash: link.facts.length === 0 ? [2, 3] : null};
    }
    if (status < 0) return {fill: '', line: colours.denied, width: 1.2, dash: [1, 2]};
    return {fill: '', line: colours.status[status], width: status === 0 ? 0.9 : 1.3, dash: [null, null, [2, 3], [6, 4]][status]};
}

/// The relations that a link stands for.
export function linkText(graph: Graph, link: SceneLink): string {
    const relations = [...new Set(link.facts.map((fact) => graph.facts.relation[fact]))];
    const names = relations.slice(0, 3).map((relation) => label(graph.relations[relation]));
    return names.join(' · ') + (relations.length > 3 ? ' …' : '');
}

/// A name cut to what a picture has room for.
export function shortName(text: string, most = 18): string {
    const plain = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');
    const points = Array.from(plain);
    return points.length > most ? points.slice(0, most - 1).join('') + '…' : plain;
}

export const fonts = '"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC","WenQuanYi Micro Hei",sans-serif';

/// The name and the size of a group: inside in two or three lines, as large as there is room for, or in one line below.
export function groupLabel(node: SceneNode, scale: number, widthOf: (text: string) => number): {lines: string[]; size: number} {
    const room = 2 * node.r * scale * 0.74;
    const text = shortName(node.text, 14);
    const count = node.size.toLocaleString('en');
    const fits = (lines: string[]): number => Math.min(24, room / Math.max(...lines.map(widthOf), 2.2));
    const size = fits([text]);
    if (size >= 11) return {lines: [text, count], size};
    const points = Array.from(text);
    const half = Math.ceil(points.length / 2);
    const halves = [points.slice(0, half).join(''), points.slice(half).join('')];
    const smaller = Math.min(fits(halves), room / 4, 13);
    if (points.length > 3 && smaller >= 8.5 && smaller > size) return {lines: [...halves, count], size: smaller};
    if (size >= 9) return {lines: [text, count], size};
    const most = Math.floor(room / 9);
    if (most < 3) return {lines: [`${text} ${count}`], size: 12};
    return {lines: [points.slice(0, most).join(''), points.slice(most, 2 * most - 1).join('') + (points.length > 2 * most - 1 ? '…' : ''), count], size: 9};
}

/// How far below the middle of a group the middle of a line stands.
export const lineOffset = (label: {lines: string[]; size: number}, line: number): number => (line - (label.lines.length - 1) / 2) * label.size * 1.18;

/// What a label inside a group takes of the screen.
export function labelBox(node: {x?: number; y?: number}, label: {lines: string[]; size: number}, scale: number, widthOf: (text: string) => number): Box {
    const w = Math.max(...label.lines.map(widthOf)) * label.size + 4;
    const h = label.lines.length * label.size * 1.18 + 2;
    return {x: node.x! * scale - w / 2, y: node.y! * scale - h / 2, w, h};
}

/// Where the middle of a name may stand, the best first: below, above, right, left.
export function namePlaces(node: {x?: number; y?: number; r: number}, width: number, gap: number): [number, number][] {
    const [x, y] = [node.x!, node.y!];
    const aside = node.r + width / 2 + gap / 2;
    return [[x, y + node.r + gap], [x, y - node.r - gap], [x + aside, y], [x - aside, y]];
}
