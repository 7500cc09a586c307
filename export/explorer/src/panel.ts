// The panel at the side: an entity, a link, a group, a path, or a document.

import type {App} from './app';
import {palette} from './colours';
import {button, Child, fill, h} from './dom';
import {figureLine, entityButton, countText, evidence, factLine, namesOf, qualifiers, unfolding} from './statement';
import {factsBetween} from './paths';
import {reader} from './reader';
import {groupName, groupSizes} from './scene';
import {label, language, say} from './words';

const some = 12;

export function panel(app: App, into: HTMLElement): void {
    const {state} = app;
    const content = state.reading !== '' ? reader(app)
        : state.entity >= 0 ? entityPanel(app, state.entity)
        : state.facts.length > 0 ? factsPanel(app, state.facts)
        : state.group >= 0 ? groupPanel(app, state.group)
        : null;
    const path = state.view === 'path' && state.reading === '' ? pathPanel(app) : null;
    into.hidden = content === null && path === null;
    fill(into, path, content);
    into.scrollTop = 0;
}

function head(app: App, title: Child, under: Child): HTMLElement {
    return h('header', null, h('h2', null, title), button('×', () => app.clear(), {class: 'close', title: say('close'), 'aria-label': say('close')}), under);
}

/// The first of many lines, and a button for the others.
function lines<Item>(items: Item[], make: (item: Item) => HTMLElement, most = some): HTMLElement {
    const list = h('div', {class: 'lines'}, items.slice(0, most).map(make));
    let shown = most;
    if (items.length > shown) {
        const more = button(`${say('showMore')} (${items.length - shown})`, () => {
            more.remove();
            items.slice(shown, shown + 100).forEach((item) => list.appendChild(make(item)));
            shown += 100;
            if (items.length > shown) {
                more.textContent = `${say('showMore')} (${items.length - shown})`;
                list.appendChild(more);
            }
        }, {class: 'link'});
        list.appendChild(more);
    }
    return list;
}

function section(title: string, count: number, content: Child): Child {
    return count > 0 && h('section', null, h('h3', null, title, h('span', {class: 'count'}, count)), content);
}

function entityPanel(app: App, entity: number): HTMLElement {
    const {graph, state} = app;
    const about: [string, string | undefined][] = [
        [say('aliases'), graph.aliases.get(entity)?.join('、')],
        [say('code'), graph.code.get(entity)],
        [say('within'), graph.within.get(entity)],
    ];
    const kind = graph.kind[entity];
    const pages = state.widened.find(([each]) => each === entity);
    const actions = h('div', {class: 'actions'},
        button(say('around'), () => app.focus(entity), {class: 'main', 'data-do': 'around'}),
        state.view === 'focus' && button(say('widen'), () => app.widen(entity), {'data-do': 'widen'}),
        pages && state.widened.length > 1 && button(say('narrow'), () => app.narrow(entity)),
        button(say('pathFrom'), () => app.pathEnd('from', entity), {'data-do': 'from'}),
        button(say('pathTo'), () => app.pathEnd('to', entity), {'data-do': 'to'}));
    const figures = graph.figuresOf.get(entity) ?? [];
    const facts = [...graph.incident.slice(graph.start[entity], graph.start[entity + 1])].filter((fact) => app.passing.facts[fact]);
    return h('div', {class: 'card', 'data-card': graph.id[entity]},
        head(app, [h('span', {class: 'dot', colour: palette().fills[kind]}), graph.name[entity]],
            h('p', {class: 'faint'}, label(graph.kinds[kind]), about.filter(([, value]) => value).map(([name, value]) => [' · ', `${name}${language() === 'zh' ? '：' : ': '}${value}`]))),
        actions,
        section(say('facts'), facts.length, groupedFacts(app, entity, facts)),
        section(say('figures'), figures.length, lines(figures, (figure) => figureLine(app, figure))),
        sources(app, entity, facts, figures));
}

function groupedFacts(app: App, entity: number, facts: number[]): Child {
    const {subject, object, relation} = app.graph.facts;
    const groups = new Map<string, number[]>();
    for (const fact of facts) {
        const symmetric = app.graph.relations[relation[fact]][3] !== '';
        const name = label(app.graph.relations[relation[fact]]);
        const key = symmetric ? `${name} ↔` : subject[fact] === entity ? `${name} →` : `← ${name}`;
        const list = groups.get(key);
        if (list) list.push(fact);
        else groups.set(key, [fact]);
    }
    return [...groups].sort((a, b) => b[1].length - a[1].length).map(([name, list]) => h('div', {class: 'relations'},
        h('h4', null, name, h('span', {class: 'count'}, list.length)),
        lines(list, (fact) => {
            const other = subject[fact] === entity ? object[fact] : subject[fact];
            return unfolding([entityButton(app, other), qualifiers(app, fact)], `f${fact}`, () => evidence(app, `f${fact}`, namesOf(app, entity, other)));
        })));
}

// The documents that speak of an entity.
function sources(app: App, _entity: number, facts: number[], figures: number[]): Child {
    const {graph} = app;
    const counts = new Map<number, number>();
    const count = (list: number[]): void => {
        for (let at = 0; at < list.length; at += 3) {
            const document = graph.quotes.document[list[at]];
            counts.set(document, (counts.get(document) ?? 0) + 1);
        }
    };
    facts.forEach((fact) => count(graph.facts.evidence[fact]));
    figures.forEach((figure) => count(graph.figures.evidence[figure]));
    const rows = [...counts].sort((a, b) => b[1] - a[1]);
    return section(say('documentsOf'), rows.length, lines(rows, ([document, times]) => {
        const {title, name, date} = graph.documents[document];
        return h('p', {class: 'document'}, title || name, h('span', {class: 'faint'}, ` ${date} `), h('span', {class: 'count'}, times));
    }, 6));
}

function factsPanel(app: App, facts: number[]): HTMLElement {
    return h('div', {class: 'card'},
        head(app, countText(facts.length, say('facts')), null),
        lines(facts, (fact) => factLine(app, fact, facts.length <= 3), 40));
}

function groupPanel(app: App, group: number): HTMLElement {
    const {graph, passing} = app;
    const members: number[] = [];
    const collect = (each: number): void => {
        for (const entity of graph.map.members[each]) if (passing.entities[entity]) members.push(entity);
        graph.map.groups[each].forEach(collect);
    };
    collect(group);
    members.sort((a, b) => passing.degree[b] - passing.degree[a] || a - b);
    const chain: string[] = [];
    for (let at = graph.map.parent[group]; at >= 0; at = graph.map.parent[at]) chain.unshift(groupName(graph, at));
    const open = app.opened.has(group);
    return h('div', {class: 'card'},
        head(app, groupName(graph, group), h('p', {class: 'faint'}, [...chain, countText(groupSizes(graph, passing)[group], say('entities'))].join(' › '))),
        h('div', {class: 'actions'}, button(say(open ? 'closeGroup' : 'openGroup'), () => app.toggleGroup(group), {class: 'main', 'data-do': 'group'})),
        section(say('members'), members.length, lines(members, (entity) =>
            h('div', {class: 'line'}, entityButton(app, entity), h('span', {class: 'count'}, passing.degree[entity])), 60)));
}

function pathPanel(app: App): HTMLElement {
    const {state, graph} = app;
    const end = (which: 'from' | 'to'): Child => {
        const entity = state[which];
        return h('div', {class: 'end'}, h('span', {class: 'faint'}, say(which === 'from' ? 'start' : 'end')),
            entity >= 0 ? entityButton(app, entity) : h('span', {class: 'faint'}, '—'),
            entity >= 0 && button('×', () => app.set({[which]: -1, step: 0}, true), {class: 'link', title: say('close'), 'aria-label': say('close')}));
    };
    const paths = app.paths();
    const path = paths[Math.min(state.step, paths.length - 1)];
    const turn = (by: number): void => app.set({step: (state.step + by + paths.length) % paths.length});
    const steps: Child[] = [];
    for (let i = 0; path && i + 1 < path.length; ++i) {
        const facts = factsBetween(graph, app.passing, path[i], path[i + 1]);
        steps.push(h('div', {class: 'step'}, lines(facts, (fact) => factLine(app, fact, fact === facts[0]), 3)));
    }
    const missing = state.from < 0 || state.to < 0;
    return h('div', {class: 'card path', 'data-paths': paths.length},
        h('header', null, h('h2', null, say('path')),
            !missing && button('⇄', () => app.set({from: state.to, to: state.from, step: 0}, true), {title: say('swap'), class: 'close'})),
        end('from'), end('to'),
        missing && h('p', {class: 'faint'}, say('pickTwo')),
        !missing && paths.length === 0 && h('p', {class: 'none'}, say('noPath')),
        path && h('p', {class: 'turn'}, `${path.length - 1} ${say('steps')}`,
            paths.length > 1 && [' · ', button('‹', () => turn(-1)), ` ${Math.min(state.step, paths.length - 1) + 1} / ${paths.length} `, button('›', () => turn(1))]),
        steps);
}
