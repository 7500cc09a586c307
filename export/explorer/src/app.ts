// The page's state and what can be done to it. Whoever draws a part of the page reads it and calls these.

import {GroupKind, type Graph} from './data';
import {applyFilters, Filters, noFilters, Passing} from './filters';
import {shortestPaths} from './paths';
import {Search} from './search';
import {noState, readHash, State, Tab, View, writeHash} from './state';
import {groupSizes, openWhile, rankedNeighbours} from './scene';

/// Below so many entities the overview shows all of them, laid out by forces.
const small = 260;
const shownAtFirst = 260;
export const mostOpened = 6000;

export class App {
    state: State;
    passing: Passing;
    readonly search: Search;
    /// Groups that are open because the reader came near.
    readonly near = new Set<number>();
    private readonly ids: Map<string, number>;
    private base = new Set<number>();
    private filtered: Filters | null = null;
    private lastHash = '';

    constructor(readonly graph: Graph, private readonly changed: (was: State) => void) {
        this.ids = new Map(graph.id.map((id, index) => [id, index]));
        this.search = new Search(graph);
        this.state = noState(graph.language);
        this.passing = applyFilters(graph, this.state.filters);
        this.read();
        window.addEventListener('hashchange', () => {
            if (location.hash.replace(/^#/, '') === this.lastHash) return;
            const was = this.state;
            this.read();
            this.changed(was);
        });
    }

    private read(): void {
        this.lastHash = location.hash.replace(/^#/, '');
        this.state = readHash(this.graph, this.lastHash, (id) => this.ids.get(id) ?? -1);
        this.near.clear();
        this.refilter();
    }

    private refilter(): void {
        if (this.filtered === this.state.filters) return;
        this.filtered = this.state.filters;
        this.passing = applyFilters(this.graph, this.state.filters);
        this.base = openWhile(this.graph, groupSizes(this.graph, this.passing), shownAtFirst);
    }

    /// Changes the state and writes it into the address; a change of place is one that "back" undoes.
    set(change: Partial<State>, place = false): void {
        const was = this.state;
        this.state = {...was, ...change};
        this.refilter();
        this.lastHash = writeHash(this.graph, this.state);
        const address = `#${this.lastHash}`;
        if (place) history.pushState(null, '', address);
        else history.replaceState(null, '', address);
        this.changed(was);
    }

    get whole(): boolean {
        return this.graph.count <= small;
    }
    /// The groups that are open in the overview.
    get opened(): Set<number> {
        const opened = new Set([...this.base, ...this.near]);
        // What the reader opened lies in what else must be open; what is listed twice was closed by hand.
        for (const group of this.state.opened) {
            if (opened.has(group) && this.base.has(group)) opened.delete(group);
            else for (let at = group; at >= 0; at = this.graph.map.parent[at]) opened.add(at);
        }
        return opened;
    }

    select(entity: number): void {
        this.set({entity, facts: [], group: -1, reading: ''}, true);
    }
    /// Selects an entity or, where a path lacks an end, makes it that end.
    pick(entity: number): void {
        const {view, from, to} = this.state;
        if (view === 'path' && from < 0) this.pathEnd('from', entity);
        else if (view === 'path' && to < 0 && entity !== from) this.pathEnd('to', entity);
        else this.select(entity);
    }
    selectFacts(facts: number[]): void {
        this.set({facts, entity: -1, group: -1, reading: ''}, true);
    }
    selectGroup(group: number): void {
        this.set({group, entity: -1, facts: [], reading: ''}, true);
    }
    clear(): void {
        if (this.state.reading !== '') this.set({reading: '', quote: 0});
        else this.set({entity: -1, facts: [], group: -1});
    }

    view(view: View): void {
        if (view === 'focus' && this.state.widened.length === 0) {
            if (this.state.entity >= 0) this.focus(this.state.entity);
            return;
        }
        const from = view === 'path' && this.state.from < 0 ? this.state.entity : this.state.from;
        this.set({view, from}, true);
    }
    focus(entity: number): void {
        this.set({view: 'focus', widened: [[entity, 1]], entity, facts: [], group: -1, reading: ''}, true);
    }
    /// Shows the neighbours of an entity, too; of one that is widened already, one more page of them.
    widen(entity: number): void {
        const widened = this.state.widened.map(([each, pages]): [number, number] => [each, each === entity ? pages + 1 : pages]);
        if (!widened.some(([each]) => each === entity)) widened.push([entity, 1]);
        this.set({view: 'focus', widened, entity, facts: [], group: -1, reading: ''}, true);
    }
    narrow(entity: number): void {
        const widened = this.state.widened.filter(([each]) => each !== entity);
        if (widened.length > 0) this.set({widened}, true);
    }

    paths(): number[][] {
        const {from, to} = this.state;
        return from < 0 || to < 0 ? [] : shortestPaths(this.graph, this.passing, from, to, 20);
    }
    pathEnd(end: 'from' | 'to', entity: number): void {
        const change: Partial<State> = end === 'from' ? {from: entity} : {to: entity};
        this.set({...change, view: 'path', step: 0, reading: ''}, true);
    }

    toggleGroup(group: number): void {
        const open = this.opened.has(group);
        this.near.delete(group);
        let opened = this.state.opened.filter((each) => each !== group);
        if (open) {
            // What lies inside is closed with it.
            const inside = (each: number): boolean => {
                for (let at = each; at >= 0; at = this.graph.map.parent[at]) if (at === group) return true;
                return false;
            };
            opened = opened.filter((each) => !inside(each));
            for (const each of [...this.near]) if (inside(each)) this.near.delete(each);
            if (this.base.has(group)) opened.push(group);
        } else if (!this.base.has(group)) {
            opened.push(group);
        }
        this.set({opened, group, entity: -1, facts: [], reading: ''}, true);
    }
    openAll(): void {
        this.near.clear();
        this.graph.map.parent.forEach((_, group) => this.near.add(group));
        this.set({opened: []});
    }
    closeAll(): void {
        this.near.clear();
        // All that is open at first is closed by hand, save where that would leave a single disc.
        const {top} = this.graph.map;
        const closed = top.length > 1 ? top : top.flatMap((group) => this.graph.map.groups[group]);
        this.set({opened: closed.filter((group) => this.base.has(group))});
    }

    filter(change: Partial<Filters>): void {
        this.set({filters: {...this.state.filters, ...change}});
    }
    resetFilters(): void {
        this.set({filters: noFilters()});
    }
    read_(reading: string, quote: number): void {
        this.set({reading, quote}, true);
    }
    tab(tab: Tab): void {
        this.set({tab, sort: ''});
    }

    /// The neighbour before or behind the last one that was visited.
    visited = -1;
    step(by: number): void {
        const centre = this.visited >= 0 ? this.visited : this.state.entity;
        if (centre < 0) return;
        const ring = rankedNeighbours(this.graph, this.passing, centre);
        if (ring.length === 0) return;
        this.visited = centre;
        const at = ring.indexOf(this.state.entity);
        this.set({entity: ring[(at + by + ring.length + (at < 0 && by < 0 ? 1 : 0)) % ring.length], facts: [], group: -1, reading: ''});
    }

    /// The group around an entity that stands for it in the overview; -1 if the entity itself is shown.
    standsFor(entity: number): number {
        if (this.whole) return -1;
        const opened = this.opened;
        const chain: number[] = [];
        for (let at = this.graph.map.home[entity]; at >= 0; at = this.graph.map.parent[at]) chain.push(at);
        return chain.reverse().find((group) => !opened.has(group)) ?? -1;
    }
    isCommunity(group: number): boolean {
        return this.graph.map.what[group] === GroupKind.community;
    }
}
