// Where the reader is. All of it stands in the hash of the address, so that a link shows the same.

import type {Graph} from './data';
import {Filters, noFilters} from './filters';

export type View = 'map' | 'focus' | 'path' | 'table';
export type Tab = 'entities' | 'facts' | 'figures';

export interface State {
    view: View;
    opened: number[];           // groups
    widened: [number, number][];  // entities whose neighbours are shown, and how many pages of them
    from: number;               // ends of the path; -1 for none
    to: number;
    step: number;               // which of the shortest paths
    entity: number;             // shown in the panel; -1 for none
    facts: number[];            // shown in the panel, if no entity is
    group: number;              // shown in the panel, if neither is
    reading: string;            // `f12` or `q3`: whose evidence is shown in its text; empty for none
    quote: number;              // which evidence of it
    tab: Tab;
    sort: string;               // column, with a minus in front for the other way round
    find: string;               // text that rows of the table hold
    language: string;
    theme: string;              // empty: as the system has it
    filters: Filters;
}

export const noState = (language: string): State => ({
    view: 'map', opened: [], widened: [], from: -1, to: -1, step: 0, entity: -1, facts: [], group: -1, reading: '', quote: 0,
    tab: 'entities', sort: '', find: '', language, theme: '', filters: noFilters(),
});

const numbers = (set: Iterable<number>): string => [...set].join('.');

export function writeHash(graph: Graph, state: State): string {
    const out = new URLSearchParams();
    const put = (key: string, value: string | number): void => {
        if (value !== '' && value !== 0) out.set(key, String(value));
    };
    const id = (entity: number): string => (entity < 0 ? '' : graph.id[entity]);
    put('view', state.view === 'map' ? '' : state.view);
    put('open', numbers(state.opened));
    put('at', state.widened.map(([entity, pages]) => id(entity) + (pages > 1 ? `*${pages}` : '')).join(' '));
    put('from', id(state.from));
    put('to', id(state.to));
    put('step', state.step);
    put('entity', id(state.entity));
    put('facts', numbers(state.facts));
    if (state.group >= 0) out.set('group', String(state.group));
    put('read', state.reading);
    put('quote', state.quote);
    put('tab', state.tab === 'entities' ? '' : state.tab);
    put('sort', state.sort);
    put('find', state.find);
    put('lang', state.language === graph.language ? '' : state.language);
    put('theme', state.theme);
    const {filters} = state;
    put('nokind', [...filters.kinds].map((kind) => graph.kinds[kind][0]).join(' '));
    put('norel', [...filters.relations].map((relation) => graph.relations[relation][0]).join(' '));
    put('nostatus', numbers(filters.statuses));
    put('since', filters.from);
    put('until', filters.to);
    put('dated', filters.undated ? 0 : 1);
    put('sure', filters.confidence);
    return out.toString();
}

/// Reads what writeHash wrote; what it does not know is left out, for a link may come from an older file.
export function readHash(graph: Graph, hash: string, indexOf: (id: string) => number): State {
    const state = noState(graph.language);
    const read = new URLSearchParams(hash.replace(/^#/, ''));
    const text = (key: string): string => read.get(key) ?? '';
    const words = (key: string): string[] => text(key).split(' ').filter((word) => word !== '');
    const whole = (key: string, end: number): number => {
        const value = Number(text(key));
        return Number.isInteger(value) && value >= 0 && value < end ? value : 0;
    };
    const list = (key: string, end: number): number[] =>
        text(key).split('.').filter((part) => /^\d+$/.test(part)).map(Number).filter((value) => value < end);
    const oneOf = <Value extends string>(key: string, values: readonly Value[]): Value =>
        values.find((value) => value === text(key)) ?? values[0];

    state.view = oneOf('view', ['map', 'focus', 'path', 'table'] as const);
    state.opened = list('open', graph.map.parent.length);
    for (const word of words('at')) {
        const [id, pages] = word.split('*');
        const entity = indexOf(id);
        if (entity >= 0) state.widened.push([entity, Math.min(Math.max(Number(pages) || 1, 1), 100)]);
    }
    state.from = indexOf(text('from'));
    state.to = indexOf(text('to'));
    state.step = whole('step', 1000);
    state.entity = indexOf(text('entity'));
    state.facts = list('facts', graph.facts.count);
    state.group = list('group', graph.map.parent.length)[0] ?? -1;
    const reading = /^([fq])(\d+)$/.exec(text('read'));
    if (reading && Number(reading[2]) < (reading[1] === 'f' ? graph.facts : graph.figures).count) state.reading = text('read');
    state.quote = whole('quote', 1e6);
    state.tab = oneOf('tab', ['entities', 'facts', 'figures'] as const);
    state.sort = text('sort');
    state.find = text('find');
    state.language = read.has('lang') ? oneOf('lang', ['zh', 'en'] as const) : graph.language;
    state.theme = oneOf('theme', ['', 'dark', 'light'] as const);
    const rows = (key: string, table: string[][]): Set<number> =>
        new Set(words(key).map((word) => table.findIndex((row) => row[0] === word)).filter((row) => row >= 0));
    state.filters = {
        kinds: rows('nokind', graph.kinds),
        relations: rows('norel', graph.relations),
        statuses: new Set(list('nostatus', 4)),
        from: whole('since', 10000),
        to: whole('until', 10000),
        undated: whole('dated', 2) === 0,
        confidence: whole('sure', 101),
    };
    if (state.view === 'focus' && state.widened.length === 0) state.view = 'map';
    return state;
}
