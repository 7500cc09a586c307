// How nodes without a place find one: links pull, nodes push, and none lies on another.

import type ForceGraph from 'force-graph';
import {forceCollide, forceX, forceY} from 'd3-force-3d';
import type {Scene, SceneLink, SceneNode} from './scene';

/// A neighbour that comes in starts beside the node it came with.
export function placeNew(scene: Scene): void {
    scene.links.forEach(({source, target}, i) => {
        const [there, come] = source.x !== undefined && target.x === undefined ? [source, target] : [target, source];
        if (there.x === undefined || come.x !== undefined) return;
        const angle = i * 2.399963;
        come.x = there.x + 60 * Math.cos(angle);
        come.y = there.y! + 60 * Math.sin(angle);
    });
}

export function setForces(graph: ForceGraph<SceneNode, SceneLink>, count: number): void {
    const push = count > 150 ? -140 : -320;
    (graph.d3Force('charge') as any).strength((node: SceneNode) => (node.size === 0 ? push / 6 : push)).distanceMax(600);
    const ends = (link: SceneLink): number => link.source.r + link.target.r;
    (graph.d3Force('link') as any).distance((link: SceneLink) => 50 + ends(link) + (count < 60 ? 30 : 0));
    graph.d3Force('collide', forceCollide((node: SceneNode) => node.r + (count > 100 ? 9 : 17)));
    graph.d3Force('x', forceX(0).strength((node: SceneNode) => (node.size === 0 ? 0.12 : 0.045)));
    graph.d3Force('y', forceY(0).strength((node: SceneNode) => (node.size === 0 ? 0.16 : 0.08)));
    // Most of the way at once, so that the picture hardly moves when it is seen.
    graph.warmupTicks(Math.round(Math.max(20, Math.min(220, 22000 / (count + 1))))).cooldownTicks(40);
}
