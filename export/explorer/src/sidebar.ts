// The filters, which are the legend, too.

import type {App} from './app';
import {palette} from './colours';
import {button, Child, fill, h} from './dom';
import {filtersAny, yearRange} from './filters';
import {countText} from './statement';
import {label, say, statusWord} from './words';

export function sidebar(app: App, into: HTMLElement): void {
    const {graph, state, passing} = app;
    const {filters} = state;
    const scroll = into.scrollTop;
    const open = [...into.querySelectorAll('details')].map((each) => each.open);
    const kinds = new Array<number>(graph.kinds.length).fill(0);
    graph.kind.forEach((kind) => ++kinds[kind]);
    const relations = new Array<number>(graph.relations.length).fill(0);
    graph.facts.relation.forEach((relation) => ++relations[relation]);
    const statuses = [0, 0, 0, 0];
    graph.facts.status.forEach((status) => ++statuses[status]);
    const colours = palette();
    const facet = (key: 'kinds' | 'relations' | 'statuses', counts: number[], name: (row: number) => string, mark: (row: number) => Child): Child => {
        const rows = counts.map((_, row) => row).filter((row) => counts[row] > 0);
        const hidden = filters[key];
        const change = (set: Iterable<number>): void => app.filter({[key]: new Set(set)});
        return [
            h('p', {class: 'choose'},
                button(say('all'), () => change([]), {class: 'link', disabled: hidden.size === 0}),
                button(say('none'), () => change(rows), {class: 'link', disabled: hidden.size >= rows.length})),
            rows.map((row) => h('div', {class: 'facet'},
                h('label', null,
                    h('input', {type: 'checkbox', checked: !hidden.has(row), 'data-filter': `${key} ${row}`, onchange: () => {
                        const next = new Set(hidden);
                        if (!next.delete(row)) next.add(row);
                        change(next);
                    }}),
                    mark(row), h('span', {class: 'name'}, name(row))),
                button(say('only'), () => change(rows.filter((each) => each !== row)), {class: 'link only'}),
                h('span', {class: 'count'}, counts[row].toLocaleString('en')))),
        ];
    };
    const line = (row: number): Child => h('span', {class: `stroke stroke${row}`, colour: colours.status[row]});
    fill(into,
        h('header', null, h('h2', null, say('filters')),
            button(say('reset'), () => app.resetFilters(), {class: 'link', disabled: !filtersAny(filters)}),
            button('×', () => document.body.classList.remove('filters'), {class: 'close', title: say('close'), 'aria-label': say('close')})),
        h('p', {class: 'faint total', 'data-entities': passing.entityCount, 'data-facts': passing.factCount},
            `${countText(passing.entityCount, say('entities'))} · ${countText(passing.factCount, say('facts'))}`),
        h('details', {open: true}, h('summary', null, say('kinds')),
            facet('kinds', kinds, (row) => label(graph.kinds[row]), (row) => h('span', {class: 'dot', colour: colours.fills[row]}))),
        h('details', {open: true}, h('summary', null, say('status')), facet('statuses', statuses, statusWord, line)),
        h('details', {open: false}, h('summary', null, say('relations')), facet('relations', relations, (row) => label(graph.relations[row]), () => null)),
        h('details', {open: true}, h('summary', null, say('years')), yearFilter(app)),
        h('details', {open: true}, h('summary', null, say('confidence')), confidenceFilter(app)));
    into.querySelectorAll('details').forEach((each, i) => {
        if (i < open.length) each.open = open[i];
    });
    into.scrollTop = scroll;
}

function yearFilter(app: App): Child {
    const {filters} = app.state;
    const [first, last] = yearRange(app.graph);
    if (first === 0) return h('p', {class: 'faint'}, say('unsaid'));
    const field = (key: 'from' | 'to', shown: number): HTMLElement => h('input', {
        type: 'number', min: first, max: last, placeholder: shown, value: filters[key] > 0 ? String(filters[key]) : '', 'data-filter': key, 'aria-label': `${say('years')} ${say(key)}`,
        onchange: (event: Event) => app.filter({[key]: Math.max(0, Math.min(9999, Math.trunc(Number((event.target as HTMLInputElement).value)) || 0))}),
    });
    return [
        h('p', {class: 'range'}, field('from', first), ' – ', field('to', last)),
        h('label', {class: 'facet'}, h('input', {type: 'checkbox', checked: filters.undated, 'data-filter': 'undated', onchange: () => app.filter({undated: !filters.undated})}), say('undated')),
    ];
}

function confidenceFilter(app: App): Child {
    const shown = h('output', null, (app.state.filters.confidence / 100).toFixed(2));
    return h('p', {class: 'range'},
        h('input', {
            type: 'range', min: 0, max: 100, step: 5, value: String(app.state.filters.confidence), 'data-filter': 'confidence', 'aria-label': say('confidence'),
            oninput: (event: Event) => (shown.textContent = (Number((event.target as HTMLInputElement).value) / 100).toFixed(2)),
            onchange: (event: Event) => app.filter({confidence: Number((event.target as HTMLInputElement).value)}),
        }), shown);
}
