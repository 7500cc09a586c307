// A document's text with the sentences marked that a fact or a figure was read from.

import type {App} from './app';
import {codePoints, type Statements} from './data';
import {button, Child, h} from './dom';
import {say} from './words';

interface Mark {
    begin: number;
    end: number;
    level: number;  // 1 other facts of the same entity, 2 the same fact, 3 what was asked for
}

export function reader(app: App): HTMLElement {
    const {graph, state} = app;
    const fact = state.reading.startsWith('f');
    const statements: Statements = fact ? graph.facts : graph.figures;
    const row = Number(state.reading.slice(1));
    const evidence = statements.evidence[row];
    const index = Math.min(state.quote, evidence.length / 3 - 1);
    const quote = evidence[index * 3];
    const document = graph.documents[graph.quotes.document[quote]];
    const about = [document.date, document.source, document.authors.join('、'), document.place, document.name].filter((part) => part !== '');
    const text = h('div', {class: 'text', tabindex: 0});
    paragraphs(text, document.text, marks(app, statements, row, quote));
    const turn = (by: number): void => app.read_(state.reading, (index + by + evidence.length / 3) % (evidence.length / 3));
    const view = h('div', {class: 'reader'},
        h('header', null,
            button(`← ${say('back')}`, () => app.clear(), {class: 'link'}),
            evidence.length > 3 && h('span', {class: 'turn'},
                button('‹', () => turn(-1)), ` ${index + 1} / ${evidence.length / 3} `, button('›', () => turn(1)))),
        h('h2', null, document.title || document.name),
        h('p', {class: 'faint'}, about.join(' · ')),
        text);
    requestAnimationFrame(() => text.querySelector('mark.level3')?.scrollIntoView({block: 'center'}));
    return view;
}

// What is marked in the document of the quote: lower levels never cover higher ones.
function marks(app: App, statements: Statements, row: number, quote: number): Mark[] {
    const {graph} = app;
    const {document, begin, end} = graph.quotes;
    const levels = new Map<number, number>();
    const add = (evidence: number[], level: number): void => {
        for (let at = 0; at < evidence.length; at += 3) {
            const each = evidence[at];
            if (document[each] === document[quote]) levels.set(each, Math.max(levels.get(each) ?? 0, level));
        }
    };
    const subject = app.state.entity >= 0 ? app.state.entity : statements.subject[row];
    for (let i = graph.start[subject]; i < graph.start[subject + 1]; ++i) add(graph.facts.evidence[graph.incident[i]], 1);
    for (const figure of graph.figuresOf.get(subject) ?? []) add(graph.figures.evidence[figure], 1);
    add(statements.evidence[row], 2);
    levels.set(quote, 3);
    return [...levels].map(([each, level]) => ({begin: begin[each], end: end[each], level}));
}

// Cut where any mark begins or ends, and at the ends of lines.
function paragraphs(into: HTMLElement, text: string, all: Mark[]): void {
    const borders = [...new Set([0, Infinity, ...all.flatMap((mark) => [mark.begin, mark.end])])].sort((a, b) => a - b);
    let line: Child[] = [];
    const flush = (): void => {
        if (line.length > 0) into.appendChild(h('p', null, line));
        line = [];
    };
    for (let i = 0; i + 1 < borders.length; ++i) {
        const piece = codePoints(text, borders[i], borders[i + 1]);
        const level = all.reduce((most, mark) => (mark.begin <= borders[i] && borders[i] < mark.end ? Math.max(most, mark.level) : most), 0);
        piece.split(/\r\n|\r|\n/).forEach((part, row) => {
            if (row > 0) flush();
            if (part !== '') line.push(level > 0 ? h('mark', {class: `level${level}`}, part) : part);
        });
    }
    flush();
}
