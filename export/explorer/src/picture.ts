// The picture as SVG, which is also what is printed and, as pixels, the PNG.

import type {Canvas} from './canvas';
import {Palette} from './colours';
import type {Graph} from './data';
import {bothEntities, fonts, groupLabel, labelBox, lineOffset, linkLook, linkText, namePlaces, nodeLook, shortName} from './draw';
import {Room, textWidth} from './labels';
import type {SceneNode} from './scene';

type Attributes = Record<string, string | number>;
const round = (value: number): number => Math.round(value * 100) / 100;

/// The part of the picture that is in the window, at its size on the screen.
export function svgPicture(graph: Graph, canvas: Canvas, colours: Palette, title: string): SVGSVGElement {
    const make = (tag: string, attributes: Attributes, text = ''): SVGElement => {
        const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(typeof value === 'number' ? round(value) : value));
        // XML has no words for control characters.
        if (text !== '') element.textContent = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
        return element;
    };
    const window = canvas.window;
    const [width, height] = [window.w * window.scale, window.h * window.scale];
    const svg = make('svg', {xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${round(width)} ${round(height)}`, 'font-family': fonts.replace(/"/g, "'")}) as SVGSVGElement;
    const put = (tag: string, attributes: Attributes, text = ''): SVGElement => svg.appendChild(make(tag, attributes, text));
    const px = (x: number): number => (x - window.x) * window.scale;
    const py = (y: number): number => (y - window.y) * window.scale;
    const inside = (node: {x?: number; y?: number; r: number}): boolean =>
        px(node.x! + node.r) > 0 && px(node.x! - node.r) < width && py(node.y! + node.r) > 0 && py(node.y! - node.r) < height;
    const scene = canvas.shown;
    const room = new Room(80);
    const context = document.createElement('canvas').getContext('2d')!;
    const names: (() => void)[] = [];
    const name = (text: string, x: number, y: number, size: number, colour: string): boolean => {
        const wide = textWidth(context, text, fonts) * size;
        if (text === '' || !room.take({x: x - wide / 2 - 2, y: y - size / 2 - 1, w: wide + 4, h: size + 2})) return false;
        names.push(() => write(text, x, y, size, colour));
        return true;
    };
    const write = (text: string, x: number, y: number, size: number, colour: string): void => {
        put('text', {x, y, 'font-size': size, fill: colour, 'text-anchor': 'middle', 'dominant-baseline': 'central', stroke: colours.ground, 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke'}, text);
    };

    put('title', {}, title);
    put('rect', {width, height, fill: colours.ground});
    for (const disc of scene.discs) {
        if (!inside(disc)) continue;
        put('circle', {cx: px(disc.x), cy: py(disc.y), r: disc.r * window.scale, fill: colours.frame, 'fill-opacity': 0.12, stroke: colours.frame});
        if (disc.r * window.scale > 26) name(shortName(disc.text, 16), px(disc.x), py(disc.y - disc.r) - 8, 12, colours.faint);
    }
    for (const link of scene.links) {
        const [a, b] = [link.source, link.target];
        if (!inside(a) && !inside(b)) continue;
        const look = linkLook(graph, colours, link);
        const [x1, y1, x2, y2] = [px(a.x!), py(a.y!), px(b.x!), py(b.y!)];
        const [mx, my] = [(x1 + x2) / 2 + (y2 - y1) * link.curve, (y1 + y2) / 2 - (x2 - x1) * link.curve];
        const d = link.curve === 0 ? `M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}` : `M${round(x1)} ${round(y1)}Q${round(mx)} ${round(my)} ${round(x2)} ${round(y2)}`;
        put('path', {d, fill: 'none', stroke: look.line, 'stroke-width': look.width, ...(look.dash ? {'stroke-dasharray': look.dash.join(' ')} : {}), ...(scene.links.length > 300 ? {'stroke-opacity': 0.55} : {})});
        if (bothEntities(link) && scene.links.length < 600) put('path', {d: arrow(x1 + (mx - x1) * (link.curve ? 1 : 0), y1 + (my - y1) * (link.curve ? 1 : 0), x2, y2, b.r * window.scale), fill: look.line});
    }
    for (const node of scene.nodes) {
        if (!inside(node)) continue;
        const look = nodeLook(graph, colours, node);
        const circle = put('circle', {cx: px(node.x!), cy: py(node.y!), r: node.r * window.scale, fill: look.fill, stroke: look.line, 'stroke-width': look.width, ...(look.dash ? {'stroke-dasharray': look.dash.join(' ')} : {})});
        circle.appendChild(make('title', {}, node.text));
        if (node.kinds) ring(node, node.kinds);
    }
    const order = [...scene.nodes].sort((a, b) => (b.entity < 0 ? 1e6 : 0) + b.size - (a.entity < 0 ? 1e6 : 0) - a.size);
    for (const node of order) if (inside(node)) nodeName(node);
    if (scene.links.length <= 160) {
        for (const link of scene.links) {
            const [dx, dy] = [link.target.x! - link.source.x!, link.target.y! - link.source.y!];
            if (bothEntities(link) && Math.hypot(dx, dy) * window.scale > 60) {
                name(linkText(graph, link), px(link.source.x! + dx / 2 + (dy * link.curve) / 2), py(link.source.y! + dy / 2 - (dx * link.curve) / 2), 10.5, colours.faint);
            }
        }
    }
    names.forEach((write) => write());
    return svg;

    function ring(node: SceneNode, kinds: number[]): void {
        const whole = kinds.reduce((sum, count) => sum + count, 0);
        const [x, y, r] = [px(node.x!), py(node.y!), node.r * window.scale * 0.9];
        let from = -Math.PI / 2;
        kinds.forEach((count, kind) => {
            if (count === 0) return;
            // A whole circle is no arc.
            const to = from + Math.min((2 * Math.PI * count) / whole, 6.283);
            const d = `M${round(x + r * Math.cos(from))} ${round(y + r * Math.sin(from))}A${round(r)} ${round(r)} 0 ${to - from > Math.PI ? 1 : 0} 1 ${round(x + r * Math.cos(to))} ${round(y + r * Math.sin(to))}`;
            put('path', {d, fill: 'none', stroke: colours.fills[kind], 'stroke-width': r * 0.18});
            from = to;
        });
    }

    function nodeName(node: SceneNode): void {
        const size = node.r * window.scale;
        if (size < (node.group >= 0 ? 9 : scene.layout === 'force' ? 2.2 : 4.5)) return;
        if (node.group >= 0) {
            const label = groupLabel(node, window.scale, (text) => textWidth(context, text, fonts));
            const at = {x: px(node.x!), y: py(node.y!)};
            if (label.lines.length === 1) {
                name(label.lines[0], at.x, at.y + size + 9, label.size, colours.text);
            } else if (room.take(labelBox(at, label, 1, (text) => textWidth(context, text, fonts)))) {
                label.lines.forEach((line, i) => {
                    const last = i + 1 === label.lines.length;
                    names.push(() => write(line, at.x, at.y + lineOffset(label, i), last ? label.size * 0.85 : label.size, last ? colours.faint : colours.text));
                });
            }
        } else if (node.of >= 0) {
            name(node.text, px(node.x!), py(node.y!), 11, colours.text);
        } else {
            const text = shortName(node.text);
            const at = {x: px(node.x!), y: py(node.y!), r: size};
            namePlaces(at, textWidth(context, text, fonts) * 12, 9).some(([x, y]) => name(text, x, y, 12, colours.text));
        }
    }
}

/// Leaves away what is empty around the picture.
export function crop(svg: SVGSVGElement, canvas: Canvas): SVGSVGElement {
    const box = canvas.box();
    if (!box) return svg;
    const {x, y, w, h, scale} = canvas.window;
    const margin = 90;  // names stand out of the box
    const left = Math.max(0, (box.x - x) * scale - margin);
    const top = Math.max(0, (box.y - y) * scale - margin / 2);
    const right = Math.min(w * scale, (box.x + box.w - x) * scale + margin);
    const bottom = Math.min(h * scale, (box.y + box.h - y) * scale + margin / 2);
    if (right <= left || bottom <= top) return svg;
    svg.setAttribute('width', String(round(right - left)));
    svg.setAttribute('height', String(round(bottom - top)));
    svg.setAttribute('viewBox', [left, top, right - left, bottom - top].map(round).join(' '));
    return svg;
}

function arrow(x1: number, y1: number, x2: number, y2: number, r: number): string {
    const length = Math.hypot(x2 - x1, y2 - y1) || 1;
    const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
    const [tx, ty] = [x2 - ux * r, y2 - uy * r];
    const point = (along: number, aside: number): string => `${round(tx - ux * along - uy * aside)} ${round(ty - uy * along + ux * aside)}`;
    return `M${point(0, 0)}L${point(6, 2.6)}L${point(6, -2.6)}Z`;
}

export function save(blob: Blob, name: string): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

export const svgBlob = (svg: SVGSVGElement): Blob =>
    new Blob(['<?xml version="1.0" encoding="UTF-8"?>\n', new XMLSerializer().serializeToString(svg), '\n'], {type: 'image/svg+xml'});

/// The same as pixels, twice as many as on the screen.
export async function pngBlob(svg: SVGSVGElement): Promise<Blob> {
    const url = URL.createObjectURL(svgBlob(svg));
    try {
        const image = new Image();
        image.src = url;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = image.width * 2;
        canvas.height = image.height * 2;
        canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
        return await new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('PNG'))), 'image/png'));
    } finally {
        URL.revokeObjectURL(url);
    }
}
