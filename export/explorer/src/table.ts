// Entities, facts and figures as rows.

import type {App} from './app';
import {passes} from './filters';
import {button, Child, fill, h, quiet} from './dom';
import {amountText, figureText} from './figures';
import {fold} from './search';
import {entityButton, statusChip, sure} from './statement';
import type {Tab} from './state';
import {label, say, Word} from './words';

interface Column {
    key: string;
    word: Word;
    text(row: number): string;           // what is searched
    order?(row: number): number | string;  // else the text
    cell?(row: number): Child;           // else the text
}

interface Sheet {
    rows: number[];
    columns: Column[];
    open(row: number): void;
}

const step = 100;

function sheet(app: App, tab: Tab): Sheet {
    const {graph, passing, state} = app;
    const {facts, figures} = graph;
    const range = (count: number): number[] => Array.from({length: count}, (_, i) => i);
    const name = (entity: number): string => graph.name[entity];
    if (tab === 'entities') {
        return {
            rows: range(graph.count).filter((e) => passing.entities[e]),
            open: (e) => app.select(e),
            columns: [
                {key: 'name', word: 'name', text: name, cell: (e) => entityButton(app, e)},
                {key: 'kind', word: 'kind', text: (e) => label(graph.kinds[graph.kind[e]])},
                {key: 'facts', word: 'facts', text: (e) => String(passing.degree[e]), order: (e) => passing.degree[e]},
                {key: 'figures', word: 'figures', text: (e) => String(graph.figuresOf.get(e)?.length ?? 0), order: (e) => graph.figuresOf.get(e)?.length ?? 0},
                {key: 'aliases', word: 'aliases', text: (e) => graph.aliases.get(e)?.join('、') ?? ''},
                {key: 'within', word: 'within', text: (e) => graph.within.get(e) ?? ''},
            ],
        };
    }
    if (tab === 'facts') {
        const money = (f: number): string => {
            const amount = facts.amount.get(f);
            return amount ? amountText(...amount) : '';
        };
        return {
            rows: range(facts.count).filter((f) => passing.facts[f]),
            open: (f) => app.selectFacts([f]),
            columns: [
                {key: 'subject', word: 'subject', text: (f) => name(facts.subject[f]), cell: (f) => entityButton(app, facts.subject[f])},
                {key: 'relation', word: 'relation', text: (f) => label(graph.relations[facts.relation[f]]) + (facts.negated.has(f) ? ` (${say('negated')})` : '')},
                {key: 'object', word: 'object', text: (f) => name(facts.object[f]), cell: (f) => entityButton(app, facts.object[f])},
                {key: 'status', word: 'status', text: (f) => String(facts.status[f]), cell: (f) => statusChip(facts.status[f])},
                {key: 'time', word: 'time', text: (f) => facts.time[f]},
                {key: 'amount', word: 'amount', text: money, order: (f) => Number(facts.amount.get(f)?.[0] ?? -Infinity)},
                {key: 'confidence', word: 'confidenceShort', text: (f) => String(facts.confidence[f]), order: (f) => facts.confidence[f], cell: (f) => sure(facts.confidence[f])},
            ],
        };
    }
    return {
        rows: range(figures.count).filter((q) => !state.filters.kinds.has(graph.kind[figures.subject[q]]) && passes(figures, q, state.filters)),
        open: (q) => app.read_(`q${q}`, 0),
        columns: [
            {key: 'subject', word: 'subject', text: (q) => name(figures.subject[q]), cell: (q) => entityButton(app, figures.subject[q])},
            {key: 'indicator', word: 'indicator', text: (q) => figures.indicator[q]},
            {key: 'value', word: 'value', text: (q) => figureText(graph, q), order: (q) => (figures.value[q] === '' ? -Infinity : Number(figures.value[q]))},
            {key: 'status', word: 'status', text: (q) => String(figures.status[q]), cell: (q) => statusChip(figures.status[q])},
            {key: 'time', word: 'time', text: (q) => figures.time[q]},
            {key: 'confidence', word: 'confidenceShort', text: (q) => String(figures.confidence[q]), order: (q) => figures.confidence[q], cell: (q) => sure(figures.confidence[q])},
        ],
    };
}

function chosenRows(app: App, {rows, columns}: Sheet): number[] {
    const wanted = fold(app.state.find);
    const chosen = wanted === '' ? rows : rows.filter((row) => columns.some((column) => fold(column.text(row)).includes(wanted)));
    const back = app.state.sort.startsWith('-');
    const column = columns.find((each) => each.key === app.state.sort.replace('-', ''));
    if (!column) return chosen;
    const order = column.order ?? column.text;
    const keys = new Map(chosen.map((row) => [row, order(row)]));
    const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin');
    const compare = (a: number, b: number): number => {
        const [x, y] = [keys.get(a)!, keys.get(b)!];
        return typeof x === 'number' ? x - (y as number) : collator.compare(x, y as string);
    };
    // Rows without a value come last, whichever way the others stand.
    const empty = (row: number): number => (keys.get(row) === '' || keys.get(row) === -Infinity ? 1 : 0);
    return chosen.sort((a, b) => empty(a) - empty(b) || (back ? compare(b, a) : compare(a, b)) || a - b);
}

export function table(app: App, into: HTMLElement): void {
    const {state} = app;
    const now = sheet(app, state.tab);
    const rows = chosenRows(app, now);
    const body = h('tbody', null);
    const more = button('', () => add(), {class: 'link more'});
    let shown = 0;
    const add = (): void => {
        for (const row of rows.slice(shown, shown + step)) {
            body.appendChild(h('tr', {onclick: (event: Event) => {
                if (!(event.target as Element).closest('button')) now.open(row);
            }}, now.columns.map((column) => h('td', {class: `col-${column.key}`}, column.cell ? column.cell(row) : column.text(row)))));
        }
        shown = Math.min(shown + step, rows.length);
        more.textContent = `${say('showMore')} (${(rows.length - shown).toLocaleString('en')})`;
        more.hidden = shown >= rows.length;
    };
    add();
    const later = quiet(200, () => app.set({find: field.value}));
    const had = into.querySelector('input') === document.activeElement;
    const field = h('input', {type: 'search', value: state.find, placeholder: say('filters'), 'aria-label': say('filters'), oninput: later});
    const wrap = h('div', {class: 'rows', onscroll: () => {
        if (wrap.scrollTop + wrap.clientHeight > wrap.scrollHeight - 300 && shown < rows.length) add();
    }},
        h('table', null,
            h('thead', null, h('tr', null, now.columns.map((column) => {
                const sorted = state.sort.replace('-', '') === column.key;
                const turned = sorted && !state.sort.startsWith('-');
                return h('th', {'aria-sort': sorted ? (turned ? 'ascending' : 'descending') : 'none'},
                    button([say(column.word), sorted && (turned ? ' ▲' : ' ▼')], () => app.set({sort: (turned ? '-' : '') + column.key})));
            }))),
            body),
        more);
    fill(into,
        h('div', {class: 'tabs', role: 'tablist'},
            (['entities', 'facts', 'figures'] as const).map((tab) => button(say(tab), () => app.tab(tab), {role: 'tab', 'aria-selected': tab === state.tab, 'data-tab': tab})),
            field, h('span', {class: 'faint', 'data-rows': rows.length}, `${rows.length.toLocaleString('en')} ${say('rows')}`)),
        wrap);
    if (had) {
        field.focus();
        field.setSelectionRange(field.value.length, field.value.length);
    }
}
