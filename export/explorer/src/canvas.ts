// The picture: force-graph draws, moves and finds what is under the pointer; names and discs are drawn around it.

import ForceGraph from 'force-graph';
import {palette, type Palette} from './colours';
import type {Graph} from './data';
import {bothEntities, fonts, groupLabel, labelBox, lineOffset, linkLook, linkText, Look, namePlaces, nodeLook, shortName} from './draw';
import {placeNew, setForces} from './forces';
import {Room, textWidth} from './labels';
import {emptyScene, Scene, SceneLink, SceneNode} from './scene';
import {quiet} from './dom';

export interface CanvasEvents {
    click(node: SceneNode, twice: boolean): void;
    clickLink(link: SceneLink): void;
    clickGround(): void;
    hover(node: SceneNode | null, link: SceneLink | null): void;
    /// After the reader moved the picture.
    moved(): void;
}

const manyLinks = 1500;   // more are not to be pointed at, and stay away while the picture moves
const mostNames = 260;

export class Canvas {
    private readonly graph: ForceGraph<SceneNode, SceneLink>;
    private scene: Scene = emptyScene();
    private order: SceneNode[] = [];  // by importance of the name
    private colours: Palette = palette();
    private looks = new Map<SceneNode, Look>();
    private linkLooks = new Map<SceneLink, Look>();
    private near: Set<SceneNode> | null = null;  // what is not faded
    private selected = '';
    private onPath: Set<string> = new Set();
    private moving = false;
    private target: {x: number; y: number; scale: number; until: number} | null = null;  // of a move that is not the reader's
    private fitAtOnce = false;
    private fitWhenStill = false;
    private lastClick: {id: string; at: number} = {id: '', at: 0};

    constructor(private readonly element: HTMLElement, private readonly data: Graph, private readonly events: CanvasEvents) {
        const settle = quiet(140, () => {
            this.moving = false;
            this.redraw();
            if (this.target && !this.arrived && performance.now() < this.target.until) {
                settle();
                return;
            }
            const own = this.target !== null && this.arrived;
            this.target = null;
            if (!own) this.events.moved();
        });
        this.graph = new ForceGraph<SceneNode, SceneLink>(element)
            .nodeId('id')
            .nodeLabel(() => '')
            .linkLabel(() => '')
            .nodeRelSize(1)
            .nodeVal((node) => node.r * node.r)
            .nodeCanvasObject((node, context, scale) => this.drawNode(node, context, scale))
            .nodePointerAreaPaint((node, colour, context, scale) => this.paintArea(node, colour, context, scale))
            .linkColor((link) => this.linkColour(link))
            .linkWidth((link) => this.linkLook(link).width * (this.touches(link) ? 1.6 : 1))
            .linkLineDash((link) => this.dash(link))
            .linkCurvature((link) => link.curve)
            .linkVisibility(() => !this.moving || this.scene.links.length <= manyLinks)
            .linkDirectionalArrowLength((link) => (bothEntities(link) && this.scene.links.length < 600 ? 5 : 0))
            .linkDirectionalArrowColor((link) => this.linkColour(link))
            .linkDirectionalArrowRelPos(1)
            .linkHoverPrecision(5)
            .minZoom(0.005)
            .maxZoom(12)
            .warmupTicks(0)
            .onRenderFramePre((context, scale) => this.drawDiscs(context, scale))
            .onRenderFramePost((context, scale) => this.drawNames(context, scale))
            .onNodeClick((node) => this.click(node))
            .onLinkClick((link) => this.events.clickLink(link))
            .onBackgroundClick(() => this.events.clickGround())
            .onNodeHover((node) => this.hover(node, null))
            .onLinkHover((link) => this.hover(null, link))
            .onNodeDragEnd((node) => {
                node.fx = node.x;
                node.fy = node.y;
            })
            .onEngineTick(() => {
                if (!this.fitAtOnce) return;
                this.fitAtOnce = false;
                this.fit(0);
            })
            .onEngineStop(() => {
                if (!this.fitWhenStill) return;
                this.fitWhenStill = false;
                this.fit(300);
            })
            .onZoom(() => {
                this.moving = true;
                settle();
            });
        new ResizeObserver(() => this.resize()).observe(element);
        this.resize();
    }

    /// Shows a scene. Nodes that were shown stay where they were, unless the scene says where they are.
    show(scene: Scene, selected: string, onPath: Set<string>): void {
        this.resize();
        const before = new Map(this.scene.nodes.map((node) => [node.id, node]));
        const sameLayout = scene.layout === 'force' && this.scene.layout === 'force';
        if (sameLayout) {
            for (const node of scene.nodes) {
                const old = before.get(node.id);
                if (old) [node.x, node.y, node.fx, node.fy] = [old.x, old.y, old.fx, old.fy];
            }
            placeNew(scene);
        }
        this.scene = scene;
        this.selected = selected;
        this.onPath = onPath;
        this.looks.clear();
        this.linkLooks.clear();
        this.order = [...scene.nodes].sort((a, b) => this.importance(b) - this.importance(a));
        this.hover(null, null);
        this.graph.linkPointerAreaPaint(scene.links.length > manyLinks ? () => undefined : (undefined as never));
        this.graph.enableNodeDrag(scene.layout === 'force');
        if (scene.layout === 'force') {
            setForces(this.graph, scene.nodes.length);
            this.fitAtOnce = this.fitWhenStill = true;
        } else {
            this.graph.warmupTicks(0).cooldownTicks(0);
        }
        this.graph.graphData({nodes: scene.nodes, links: scene.links});
    }

    /// Draws anew after the selection changed.
    select(selected: string): void {
        this.selected = selected;
        this.redraw();
    }
    recolour(): void {
        this.colours = palette();
        this.looks.clear();
        this.linkLooks.clear();
        this.graph.backgroundColor(this.colours.ground);
        this.redraw();
    }
    redraw(): void {
        this.graph.nodeColor(this.graph.nodeColor());
    }

    fit(milliseconds = 0): void {
        const box = this.box();
        if (box) this.goTo(box, milliseconds);
    }
    /// Moves the picture so that a part of it fills the window.
    goTo(box: {x: number; y: number; w: number; h: number}, milliseconds = 300): void {
        const pad = Math.min(84, this.element.clientWidth / 9);
        const scale = Math.min((this.element.clientWidth - 2 * pad) / Math.max(box.w, 1), (this.element.clientHeight - 2 * pad) / Math.max(box.h, 1), 2.2);
        this.move(box.x + box.w / 2, box.y + box.h / 2, Math.max(scale, 0.005), milliseconds);
    }
    pan(dx: number, dy: number): void {
        const {x, y} = this.graph.centerAt();
        this.graph.centerAt(x + dx / this.graph.zoom(), y + dy / this.graph.zoom(), 80);
    }
    zoomBy(factor: number): void {
        this.graph.zoom(this.graph.zoom() * factor, 120);
    }
    centre(node: SceneNode): void {
        this.move(node.x!, node.y!, this.graph.zoom(), 250);
    }
    private move(x: number, y: number, scale: number, milliseconds: number): void {
        this.target = {x, y, scale, until: performance.now() + milliseconds + 1500};
        this.graph.centerAt(x, y, milliseconds);
        if (scale !== this.graph.zoom()) this.graph.zoom(scale, milliseconds);
    }
    private get arrived(): boolean {
        if (!this.target) return false;
        const {x, y} = this.graph.centerAt();
        const scale = this.graph.zoom();
        return Math.hypot(x - this.target.x, y - this.target.y) * scale < 2 && Math.abs(scale / this.target.scale - 1) < 0.01;
    }

    find(id: string): SceneNode | undefined {
        return this.scene.nodes.find((node) => node.id === id);
    }
    /// Where a node is on the page.
    locate(id: string): {x: number; y: number; r: number} | null {
        const node = this.find(id);
        if (!node || node.x === undefined || node.y === undefined) return null;
        const at = this.graph.graph2ScreenCoords(node.x, node.y);
        const frame = this.element.getBoundingClientRect();
        return {x: at.x + frame.left, y: at.y + frame.top, r: node.r * this.graph.zoom()};
    }
    get shown(): Scene {
        return this.scene;
    }
    /// The part of the picture that is in the window.
    get window(): {x: number; y: number; w: number; h: number; scale: number} {
        const a = this.graph.screen2GraphCoords(0, 0);
        const b = this.graph.screen2GraphCoords(this.element.clientWidth, this.element.clientHeight);
        return {x: a.x, y: a.y, w: b.x - a.x, h: b.y - a.y, scale: this.graph.zoom()};
    }
    box(): {x: number; y: number; w: number; h: number} | null {
        let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
        for (const {x = 0, y = 0, r} of [...this.scene.nodes, ...this.scene.discs]) {
            left = Math.min(left, x - r);
            top = Math.min(top, y - r);
            right = Math.max(right, x + r);
            bottom = Math.max(bottom, y + r);
        }
        return left > right ? null : {x: left, y: top, w: right - left, h: bottom - top};
    }

    private resize(): void {
        this.graph.width(this.element.clientWidth).height(this.element.clientHeight);
    }

    private importance(node: SceneNode): number {
        if (node.id === this.selected) return 1e9;
        if (this.onPath.has(node.id)) return 1e8;
        return (node.entity < 0 ? 1e4 : 0) + node.size;
    }

    private click(node: SceneNode): void {
        const now = performance.now();
        const twice = this.lastClick.id === node.id && now - this.lastClick.at < 400;
        this.lastClick = {id: node.id, at: twice ? 0 : now};
        this.events.click(node, twice);
    }

    private hover(node: SceneNode | null, link: SceneLink | null): void {
        this.near = null;
        if (node && this.scene.links.length <= 4000) {
            this.near = new Set([node]);
            for (const {source, target} of this.scene.links) {
                if (source === node) this.near.add(target);
                if (target === node) this.near.add(source);
            }
        }
        this.events.hover(node, link);
        this.redraw();
    }
    // Among groups, what is near is shown by the links alone.
    private get fades(): boolean {
        return this.scene.discs.length === 0;
    }
    private touches(link: SceneLink): boolean {
        if (this.onPath.size > 0) return this.onPath.has(link.source.id) && this.onPath.has(link.target.id);
        return link.source.id === this.selected || link.target.id === this.selected;
    }
    private linkLook(link: SceneLink): Look {
        let look = this.linkLooks.get(link);
        if (!look) this.linkLooks.set(link, (look = linkLook(this.data, this.colours, link)));
        return look;
    }
    private linkColour(link: SceneLink): string {
        if (this.near) {
            const here = this.near.has(link.source) && this.near.has(link.target);
            return here ? this.linkLook(link).line : `${this.colours.frame}30`;
        }
        return this.linkLook(link).line + (this.scene.links.length > 300 && !this.touches(link) ? '90' : '');
    }
    private dash(link: SceneLink): number[] | null {
        const dash = this.linkLook(link).dash;
        return dash && dash.map((length) => length / this.graph.zoom());
    }

    private drawNode(node: SceneNode, context: CanvasRenderingContext2D, scale: number): void {
        let look = this.looks.get(node);
        if (!look) this.looks.set(node, (look = nodeLook(this.data, this.colours, node)));
        const faded = this.fades && this.near !== null && !this.near.has(node);
        context.globalAlpha = faded ? 0.25 : 1;
        context.fillStyle = look.fill;
        context.beginPath();
        context.arc(node.x!, node.y!, node.r, 0, 2 * Math.PI);
        context.fill();
        if (node.r * scale > 2.5) {
            const selected = node.id === this.selected || this.onPath.has(node.id);
            context.strokeStyle = selected ? this.colours.accent : look.line;
            context.lineWidth = (selected ? 3.5 : look.width) / scale;
            context.setLineDash(look.dash ? look.dash.map((length) => length / scale) : []);
            context.stroke();
            context.setLineDash([]);
        }
        if (node.kinds && node.r * scale > 12) this.drawRing(node, node.kinds, context);
        context.globalAlpha = 1;
    }

    // What kinds a group is made of.
    private drawRing(node: SceneNode, kinds: number[], context: CanvasRenderingContext2D): void {
        const whole = kinds.reduce((sum, count) => sum + count, 0);
        let from = -Math.PI / 2;
        context.lineWidth = node.r * 0.16;
        kinds.forEach((count, kind) => {
            if (count === 0) return;
            const to = from + (2 * Math.PI * count) / whole;
            context.strokeStyle = this.colours.fills[kind];
            context.beginPath();
            context.arc(node.x!, node.y!, node.r * 0.9, from, to);
            context.stroke();
            from = to;
        });
    }

    private paintArea(node: SceneNode, colour: string, context: CanvasRenderingContext2D, scale: number): void {
        context.fillStyle = colour;
        context.beginPath();
        context.arc(node.x!, node.y!, Math.max(node.r, 5 / scale), 0, 2 * Math.PI);
        context.fill();
    }

    private drawDiscs(context: CanvasRenderingContext2D, scale: number): void {
        context.lineWidth = 1 / scale;
        for (const disc of this.scene.discs) {
            context.beginPath();
            context.arc(disc.x, disc.y, disc.r, 0, 2 * Math.PI);
            context.fillStyle = `${this.colours.frame}1c`;
            context.fill();
            context.strokeStyle = `${this.colours.frame}a0`;
            context.stroke();
        }
    }

    // Names have one size on the screen at every scale.
    private drawNames(context: CanvasRenderingContext2D, scale: number): void {
        if (this.moving && this.scene.nodes.length > 3000) return;
        const room = new Room(80);
        const window = this.window;
        const inside = (x: number, y: number, r: number): boolean =>
            x + r > window.x && x - r < window.x + window.w && y + r > window.y && y - r < window.y + window.h;
        context.textAlign = 'center';
        context.textBaseline = 'middle';
        let count = 0;
        for (const disc of this.scene.discs) {
            if (disc.r * scale < 26 || !inside(disc.x, disc.y, disc.r)) continue;
            this.name(context, scale, room, shortName(disc.text, 16), disc.x, disc.y - disc.r - 8 / scale, 12, this.colours.faint);
        }
        for (const node of this.order) {
            if (count >= mostNames) break;
            const size = node.r * scale;
            if (!inside(node.x!, node.y!, node.r)) continue;
            const group = node.group >= 0;
            if (group ? size < 9 : size < (this.scene.layout === 'force' ? 2.2 : 4.5)) {
                if (node.id !== this.selected) continue;
            }
            if (this.fades && this.near && !this.near.has(node)) continue;
            count += group ? this.groupName(context, scale, room, node) : this.entityName(context, scale, room, node);
        }
        if (this.scene.links.length <= 160 || (this.near && this.near.size < 60)) this.linkNames(context, scale, room);
    }

    private groupName(context: CanvasRenderingContext2D, scale: number, room: Room, node: SceneNode): number {
        const label = groupLabel(node, scale, (text) => textWidth(context, text, fonts));
        const {lines, size} = label;
        if (lines.length === 1) return this.name(context, scale, room, lines[0], node.x!, node.y! + node.r + 9 / scale, size, this.colours.text) ? 1 : 0;
        if (!room.take(labelBox(node, label, scale, (text) => textWidth(context, text, fonts)))) return 0;
        lines.forEach((line, i) => {
            const last = i + 1 === lines.length;
            this.write(context, scale, line, node.x!, node.y! + lineOffset(label, i) / scale, last ? size * 0.85 : size, last ? this.colours.faint : this.colours.text);
        });
        return 1;
    }

    private entityName(context: CanvasRenderingContext2D, scale: number, room: Room, node: SceneNode): number {
        if (node.of >= 0) return this.name(context, scale, room, node.text, node.x!, node.y!, 11, this.colours.text) ? 1 : 0;
        const text = shortName(node.text) + (node.more > 0 ? `  +${node.more}` : '');
        const strong = node.id === this.selected || this.onPath.has(node.id);
        const size = strong ? 13.5 : 12;
        for (const [x, y] of namePlaces(node, (textWidth(context, text, fonts) * size) / scale, 9 / scale)) {
            if (this.name(context, scale, room, text, x, y, size, this.colours.text)) return 1;
        }
        return 0;
    }

    private linkNames(context: CanvasRenderingContext2D, scale: number, room: Room): void {
        for (const link of this.scene.links) {
            if (!bothEntities(link) || (this.near && !(this.near.has(link.source) && this.near.has(link.target)))) continue;
            const dx = link.target.x! - link.source.x!;
            const dy = link.target.y! - link.source.y!;
            if (Math.hypot(dx, dy) * scale < 60) continue;
            const x = link.source.x! + dx / 2 + (dy * link.curve) / 2;
            const y = link.source.y! + dy / 2 - (dx * link.curve) / 2;
            this.name(context, scale, room, linkText(this.data, link), x, y, 10.5, this.colours.faint);
        }
    }

    private name(context: CanvasRenderingContext2D, scale: number, room: Room, text: string, x: number, y: number, size: number, colour: string): boolean {
        if (text === '') return false;
        const width = textWidth(context, text, fonts) * size;
        if (!room.take({x: x * scale - width / 2 - 2, y: y * scale - size / 2 - 1, w: width + 4, h: size + 2})) return false;
        this.write(context, scale, text, x, y, size, colour);
        return true;
    }

    private write(context: CanvasRenderingContext2D, scale: number, text: string, x: number, y: number, size: number, colour: string): void {
        context.font = `${size / scale}px ${fonts}`;
        context.lineJoin = 'round';
        context.lineWidth = 3 / scale;
        context.strokeStyle = this.colours.halo;
        context.strokeText(text, x, y);
        context.fillStyle = colour;
        context.fillText(text, x, y);
    }
}
