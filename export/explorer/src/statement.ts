// Facts and figures in words, with the sentences behind them.

import type {App} from './app';
import {palette} from './colours';
import {quoteText, type Statements} from './data';
import {button, Child, h} from './dom';
import {amountText, figureText} from './figures';
import {label, language, say, statusWord} from './words';

export function entityButton(app: App, entity: number): HTMLElement {
    return button([dot(app, entity), h('span', {class: 'name'}, app.graph.name[entity])], () => app.select(entity), {class: 'entity', 'data-entity': app.graph.id[entity]});
}

export function dot(app: App, entity: number): HTMLElement {
    const kind = app.graph.kind[entity];
    return h('span', {class: 'dot', colour: palette().fills[kind], title: label(app.graph.kinds[kind])});
}

export function statusChip(status: number): Child {
    return status > 0 && h('span', {class: `chip status${status}`}, statusWord(status));
}

export function qualifiers(app: App, fact: number): Child[] {
    const {status, time, amount, counted, title, negated, confidence} = app.graph.facts;
    const money = amount.get(fact);
    const count = counted.get(fact);
    return [
        negated.has(fact) && h('span', {class: 'chip denied'}, say('negated')),
        statusChip(status[fact]),
        time[fact] !== '' && h('span', {class: 'chip'}, time[fact].replace('/', '–')),
        money && h('span', {class: 'chip money'}, amountText(money[0], money[1])),
        count !== undefined && h('span', {class: 'chip'}, `×${count}`),
        title.has(fact) && h('span', {class: 'chip'}, title.get(fact)),
        sure(confidence[fact]),
    ];
}

export function sure(confidence: number): HTMLElement {
    return h('span', {class: 'sure', title: `${say('confidenceShort')} ${(confidence / 100).toFixed(2)}`}, `${confidence}%`);
}

// The names that a sentence is about stand out in it.
function sentence(text: string, names: string[]): Child[] {
    const parts: Child[] = [];
    let rest = text;
    while (rest !== '') {
        let at = rest.length;
        let found = '';
        for (const name of names) {
            const here = name === '' ? -1 : rest.indexOf(name);
            if (here >= 0 && (here < at || (here === at && name.length > found.length))) {
                at = here;
                found = name;
            }
        }
        parts.push(rest.slice(0, at));
        if (found === '') break;
        parts.push(h('b', null, found));
        rest = rest.slice(at + found.length);
    }
    return parts;
}

/// The sentences of a fact (`f12`) or a figure (`q3`).
export function evidence(app: App, reading: string, names: string[]): HTMLElement {
    const {graph} = app;
    const statements: Statements = reading.startsWith('f') ? graph.facts : graph.figures;
    const list = statements.evidence[Number(reading.slice(1))];
    const items: Child[] = [];
    for (let at = 0; at < list.length; at += 3) {
        const quote = list[at];
        const document = graph.documents[graph.quotes.document[quote]];
        items.push(h('blockquote', {class: 'quote'},
            h('p', null, sentence(quoteText(graph, quote).trim(), names)),
            h('footer', null,
                h('span', {class: 'source'}, [document.title || document.name, document.date].filter((part) => part !== '').join(' · ')),
                h('span', {class: 'rule', title: say('confidenceShort')}, `${graph.rules[list[at + 1]]} ${(list[at + 2] / 100).toFixed(2)}`),
                button(say('inText'), () => app.read_(reading, at / 3), {class: 'link', disabled: document.text === '', title: document.text === '' ? say('noText') : ''}))));
    }
    return h('div', {class: 'evidence'}, items);
}

/// A line that opens to its sentences; they are made when it is opened.
export function unfolding(line: Child[], reading: string, make: () => HTMLElement, open = false): HTMLElement {
    const details = h('details', {class: 'statement', 'data-statement': reading}, h('summary', null, line));
    const add = (): void => {
        if (details.open && details.childElementCount === 1) details.appendChild(make());
    };
    details.addEventListener('toggle', add);
    if (open) {
        details.open = true;
        add();
    }
    return details;
}

export const namesOf = (app: App, ...entities: number[]): string[] =>
    entities.flatMap((entity) => [app.graph.name[entity], ...(app.graph.aliases.get(entity) ?? [])]);

/// A fact in full: subject, relation, object, what is said of it, sentences.
export function factLine(app: App, fact: number, open = false): HTMLElement {
    const {subject, relation, object} = app.graph.facts;
    const line = [
        entityButton(app, subject[fact]),
        h('span', {class: 'relation'}, ` ${label(app.graph.relations[relation[fact]])} ${app.graph.relations[relation[fact]][3] ? '↔' : '→'} `),
        entityButton(app, object[fact]),
        qualifiers(app, fact),
    ];
    return unfolding(line, `f${fact}`, () => evidence(app, `f${fact}`, namesOf(app, subject[fact], object[fact])), open);
}

export function figureLine(app: App, figure: number): HTMLElement {
    const {subject, indicator, status, time, confidence} = app.graph.figures;
    const line = [
        h('span', {class: 'indicator'}, indicator[figure]),
        h('span', {class: 'value'}, figureText(app.graph, figure)),
        time[figure] !== '' && h('span', {class: 'chip'}, time[figure].replace('/', '–')),
        statusChip(status[figure]),
        sure(confidence[figure]),
    ];
    return unfolding(line, `q${figure}`, () => evidence(app, `q${figure}`, [indicator[figure], ...namesOf(app, subject[figure])]));
}

export const countText = (count: number, what: string): string =>
    language() === 'zh' ? `${count.toLocaleString('en')} ${what}` : `${count.toLocaleString('en')} ${what.toLowerCase()}`;
