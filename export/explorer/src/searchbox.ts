// A field with suggestions, in the way of an ARIA combobox.

import type {App} from './app';
import {button, fill, h} from './dom';
import {dot} from './statement';
import {label, say} from './words';

const most = 12;

export function searchBox(app: App): {element: HTMLElement; focus(): void; refresh(): void; relabel(): void} {
    let found: number[] = [];
    let at = 0;
    const list = h('div', {class: 'suggestions', role: 'listbox', id: 'suggestions', hidden: true});
    const input = h('input', {
        type: 'search', role: 'combobox', autocomplete: 'off', spellcheck: 'false', 'aria-controls': 'suggestions', 'aria-expanded': 'false',
        oninput: () => refresh(), onfocus: () => refresh(),
        onkeydown: (event: KeyboardEvent) => {
            if (event.isComposing) return;
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                event.preventDefault();
                if (found.length > 0) at = (at + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length;
                mark();
            } else if (event.key === 'Enter' && found.length > 0) {
                choose(found[at]);
            } else if (event.key === 'Escape') {
                event.stopPropagation();
                if (list.hidden) input.value = '';
                hide();
                input.blur();
            }
        },
    });
    const element = h('div', {class: 'search'}, input, list);

    const hide = (): void => {
        list.hidden = true;
        input.setAttribute('aria-expanded', 'false');
    };
    const choose = (entity: number): void => {
        hide();
        input.blur();
        app.visited = -1;
        app.pick(entity);
    };
    const mark = (): void => {
        [...list.children].forEach((child, i) => child.setAttribute('aria-selected', String(i === at)));
        const chosen = list.children[at];
        if (chosen) {
            input.setAttribute('aria-activedescendant', chosen.id);
            chosen.scrollIntoView({block: 'nearest'});
        }
    };
    const refresh = (): void => {
        if (document.activeElement !== input) return;
        if (input.value.trim() === '') {
            hide();
            return;
        }
        found = app.search.find(input.value, most);
        at = 0;
        list.hidden = false;
        input.setAttribute('aria-expanded', 'true');
        if (found.length === 0) {
            fill(list, h('p', {class: 'faint'}, say('nothing')));
            return;
        }
        fill(list, found.map((entity, i) => button(
            [dot(app, entity), h('span', {class: 'name'}, app.graph.name[entity]),
                h('span', {class: 'faint'}, [label(app.graph.kinds[app.graph.kind[entity]]), app.graph.within.get(entity) ?? app.graph.aliases.get(entity)?.[0] ?? ''].filter((part) => part !== '').join(' · '))],
            () => choose(entity),
            {role: 'option', id: `suggestion${i}`, tabindex: -1, 'data-entity': app.graph.id[entity], onpointerdown: (event: Event) => event.preventDefault()})));
        mark();
    };
    input.addEventListener('blur', hide);
    const relabel = (): void => {
        input.placeholder = `${say('search')}  ( / )`;
        input.setAttribute('aria-label', say('search'));
    };
    relabel();
    return {element, refresh, relabel, focus: () => {
        input.focus();
        input.select();
    }};
}
