// Builds the page and keeps its parts in step with the state.

import {App, mostOpened} from './app';
import {Canvas} from './canvas';
import {isDark, lightPalette, palette} from './colours';
import {readGraph} from './data';
import {button, Child, fill, h} from './dom';
import {linkText} from './draw';
import {listenToKeys} from './keys';
import {panel} from './panel';
import {crop, pngBlob, save, svgBlob, svgPicture} from './picture';
import {focusScene, mapScene, pathScene, Scene, SceneLink, SceneNode, wholeScene} from './scene';
import {searchBox} from './searchbox';
import {sidebar} from './sidebar';
import {State, View} from './state';
import {countText} from './statement';
import {table} from './table';
import {keyHelp, label, language, say, setLanguage, Word} from './words';

const graph = readGraph(document.getElementById('data')!.textContent!);
document.getElementById('data')!.remove();

const root = document.getElementById('explorer')!;
const top = h('div', {class: 'top', role: 'banner'});
const side = h('nav', {class: 'sidebar'});
const stage = h('main', {class: 'stage'});
const drawing = h('div', {class: 'canvas', tabindex: 0, role: 'application'});
const status = h('p', {class: 'status', 'aria-live': 'polite'});
const tools = h('div', {class: 'tools'});
const tip = h('div', {class: 'tip', hidden: true});
const rows = h('div', {class: 'table', hidden: true});
const right = h('aside', {class: 'panel', hidden: true, 'aria-live': 'polite', tabindex: -1});
const dialog = h('dialog', {class: 'help'});
const paper = h('div', {class: 'paper'});
fill(stage, drawing, rows, tools, status, tip);

const app = new App(graph, (was) => update(was));
setLanguage(app.state.language);
const box = searchBox(app);
document.body.dataset.entities = String(graph.count);
fill(root, top, h('div', {class: 'body'}, side, stage, right), dialog, paper);
if (window.innerWidth >= 900) document.body.classList.add('filters');

const canvas = new Canvas(drawing, graph, {
    click: (node, twice) => clickNode(node, twice),
    clickLink: (link) => link.facts.length > 0 && app.selectFacts(link.facts),
    clickGround: () => app.clear(),
    hover: (node, link) => showTip(node, link),
    moved: () => openNear(),
});

function clickNode(node: SceneNode, twice: boolean): void {
    drawing.focus({preventScroll: true});
    app.visited = -1;
    if (node.group >= 0) {
        app.toggleGroup(node.group);
        goToGroup(node.group);
    } else if (node.of >= 0) {
        app.widen(node.of);
    } else if (twice || (app.state.view === 'focus' && app.state.entity === node.entity)) {
        if (app.state.view === 'focus') app.widen(node.entity);
        else app.focus(node.entity);
    } else {
        app.pick(node.entity);
    }
}

function goToGroup(group: number): void {
    const {x, y, r} = graph.map;
    canvas.goTo({x: x[group] - r[group], y: y[group] - r[group], w: 2 * r[group], h: 2 * r[group]});
}

// Groups that fill much of the window open, those that were opened so and are small again close.
function openNear(): void {
    if (app.state.view !== 'map' || app.whole) return;
    const {x, y, r} = graph.map;
    const view = canvas.window;
    const size = Math.min(drawing.clientWidth, drawing.clientHeight);
    const inView = (group: number): boolean =>
        x[group] + r[group] > view.x && x[group] - r[group] < view.x + view.w && y[group] + r[group] > view.y && y[group] - r[group] < view.y + view.h;
    let changed = false;
    for (const {group} of canvas.shown.nodes) {
        if (group < 0 || !inView(group) || r[group] * view.scale < size * 0.3 || canvas.shown.nodes.length > 2500) continue;
        app.near.add(group);
        changed = true;
    }
    for (const group of [...app.near]) {
        if (inView(group) && r[group] * view.scale > size * 0.12) continue;
        app.near.delete(group);
        changed = true;
    }
    if (changed) draw();
}

let scene: Scene;
let drawn = '';
function draw(): void {
    const {view, entity, widened} = app.state;
    const onPath = new Set<string>();
    const paths = view === 'path' ? app.paths() : [];
    let frame = 'map';
    if (view === 'focus') {
        scene = focusScene(graph, app.passing, widened);
        frame = `focus ${widened[0][0]}`;
    } else if (paths.length > 0) {
        scene = pathScene(graph, app.passing, paths);
        for (const step of paths[Math.min(app.state.step, paths.length - 1)] ?? []) onPath.add(`e${step}`);
        frame = `path ${app.state.from} ${app.state.to}`;
    } else {
        scene = app.whole ? wholeScene(graph, app.passing) : mapScene(graph, app.passing, app.opened);
    }
    canvas.show(scene, entity >= 0 ? `e${entity}` : app.state.group >= 0 ? `g${app.state.group}` : '', onPath);
    if (frame !== drawn) canvas.fit();
    drawn = frame;
    const entities = scene.nodes.filter((node) => node.entity >= 0).length;
    const groups = scene.nodes.filter((node) => node.group >= 0).length;
    const parts: string[] = [
        countText(entities, say('entities')),
        ...(groups > 0 ? [countText(groups, say('groups'))] : []),
        countText(scene.links.filter((link) => link.facts.length > 0).length, say('links')),
    ];
    if (scene.linksLeftOut > 0) parts.push(`${say('linksCut')} ${scene.links.length.toLocaleString('en')} / ${(scene.links.length + scene.linksLeftOut).toLocaleString('en')}`);
    if (graph.note !== '') parts.push(graph.note);
    fill(status, scene.nodes.length === 0 ? say('empty') : parts.join(' · '));
    status.dataset.entities = String(entities);
    status.dataset.groups = String(groups);
    status.dataset.links = String(scene.links.length);
}

const viewKeys = ['view', 'opened', 'widened', 'from', 'to', 'step', 'filters', 'language'] as const;

function update(was: State | null): void {
    const now = app.state;
    const other = (...keys: (keyof State)[]): boolean => was === null || keys.some((key) => was[key] !== now[key]);
    if (other('language')) {
        setLanguage(now.language);
        document.documentElement.lang = now.language;
        box.relabel();
        drawing.setAttribute('aria-label', say('map'));
        toolbar();
    }
    if (other('theme')) {
        if (now.theme === '') delete document.documentElement.dataset.theme;
        else document.documentElement.dataset.theme = now.theme;
        canvas.recolour();
    }
    if (other('language', 'view', 'theme')) topBar();
    if (other('language', 'filters', 'theme')) sidebar(app, side);
    panel(app, right);
    document.body.classList.toggle('with-panel', !right.hidden);
    const tableView = now.view === 'table';
    rows.hidden = !tableView;
    drawing.hidden = tools.hidden = status.hidden = tableView;
    if (tableView) {
        if (other('view', 'tab', 'sort', 'find', 'filters', 'language', 'theme')) table(app, rows);
    } else if (other(...viewKeys)) {
        draw();
    }
    if (!tableView) {
        canvas.select(now.entity >= 0 ? `e${now.entity}` : now.group >= 0 ? `g${now.group}` : '');
        if (other('entity') && now.entity >= 0) showEntity(now.entity);
    }
}

// What is selected elsewhere is brought into the window; in the overview its group is opened for it.
function showEntity(entity: number): void {
    if (app.state.view === 'map') {
        for (let group = app.standsFor(entity); group >= 0; group = app.standsFor(entity)) app.near.add(group);
        if (!canvas.find(`e${entity}`)) draw();
    }
    const node = canvas.find(`e${entity}`);
    const at = node && canvas.locate(node.id);
    if (!node || !at) return;
    const frame = drawing.getBoundingClientRect();
    const seen = at.x > frame.left + 40 && at.x < frame.right - 40 && at.y > frame.top + 40 && at.y < frame.bottom - 40;
    if (app.state.view === 'map' && !app.whole && at.r < 5) canvas.goTo({x: node.x! - 160, y: node.y! - 160, w: 320, h: 320});
    else if (!seen) canvas.centre(node);
}

function showTip(node: SceneNode | null, link: SceneLink | null): void {
    tip.hidden = !node && !(link && link.facts.length > 0);
    if (node && node.entity >= 0) {
        fill(tip, h('b', null, node.text), ` ${label(graph.kinds[graph.kind[node.entity]])}`, h('br', null), `${app.passing.degree[node.entity]} ${say('facts')}`);
    } else if (node) {
        fill(tip, h('b', null, node.of >= 0 ? `${say('showMore')}` : node.text), ` ${node.size} ${say(node.of >= 0 ? 'neighbours' : 'entities')}`);
    } else if (link) {
        fill(tip, h('b', null, link.source.text), ` ${linkText(graph, link)} `, h('b', null, link.target.text), link.weight > 1 && ` ×${link.weight}`);
    }
}
stage.addEventListener('pointermove', (event) => {
    const frame = stage.getBoundingClientRect();
    tip.style.left = `${Math.min(event.clientX - frame.left + 14, frame.width - 220)}px`;
    tip.style.top = `${event.clientY - frame.top + 16}px`;
});

function topBar(): void {
    const documents = graph.documents;
    const title = graph.title || (documents.length === 1 ? documents[0].title || documents[0].name : `${documents.length} ${say('documents')}`);
    document.title = `${title} · 关系`;
    const view = (name: View, word: Word): Child => button(say(word), () => app.view(name), {'aria-pressed': app.state.view === name, 'data-view': name, disabled: name === 'focus' && app.state.widened.length === 0 && app.state.entity < 0});
    const menu = h('details', {class: 'menu'}, h('summary', null, say('export')),
        h('div', null,
            button(say('png'), () => void download('png'), {'data-do': 'png'}),
            button(say('svg'), () => void download('svg'), {'data-do': 'svg'}),
            button(say('print'), () => window.print(), {'data-do': 'print'}),
            button(say('copy'), () => void copyLink(), {'data-do': 'copy'})));
    menu.addEventListener('click', (event) => {
        if ((event.target as Element).closest('button:not([data-do=copy])')) menu.open = false;
    });
    menu.addEventListener('focusout', (event) => {
        if (!menu.contains(event.relatedTarget as Node)) menu.open = false;
    });
    fill(top,
        button('☰', toggleFilters, {title: say('filters'), 'aria-label': say('filters'), class: 'icon'}),
        h('h1', {title}, title),
        box.element,
        h('div', {class: 'views', role: 'group'}, view('map', 'map'), view('focus', 'focus'), view('path', 'path'), view('table', 'table')),
        menu,
        button(say('language'), switchLanguage, {class: 'icon', title: say('otherLanguage'), lang: language() === 'zh' ? 'en' : 'zh', 'data-do': 'language'}),
        button('◐', switchTheme, {title: say('theme'), 'aria-label': say('theme'), class: 'icon', 'data-do': 'theme'}),
        button('?', help, {title: say('help'), 'aria-label': say('help'), class: 'icon', 'data-do': 'help'}));
}

function toolbar(): void {
    fill(tools,
        button('+', () => canvas.zoomBy(1.5), {title: say('zoomIn'), 'aria-label': say('zoomIn')}),
        button('−', () => canvas.zoomBy(1 / 1.5), {title: say('zoomOut'), 'aria-label': say('zoomOut')}),
        button('⤢', () => canvas.fit(250), {title: say('fit'), 'aria-label': say('fit')}),
        !app.whole && graph.count <= mostOpened && button('⊞', () => {
            app.openAll();
            draw();
            canvas.fit(0);
        }, {title: say('openAll'), 'aria-label': say('openAll'), 'data-do': 'open-all'}),
        !app.whole && button('⊟', () => {
            app.closeAll();
            draw();
            canvas.fit(0);
        }, {title: say('closeAll'), 'aria-label': say('closeAll'), 'data-do': 'close-all'}));
}

function toggleFilters(): void {
    document.body.classList.toggle('filters');
}
function switchLanguage(): void {
    app.set({language: language() === 'zh' ? 'en' : 'zh'});
}
function switchTheme(): void {
    app.set({theme: isDark() ? 'light' : 'dark'});
}

const fileName = (): string => (document.title.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim() || 'graph').slice(0, 60);

async function download(form: 'png' | 'svg'): Promise<void> {
    if (app.state.view === 'table') app.view('map');
    const svg = svgPicture(graph, canvas, palette(), document.title);
    save(form === 'svg' ? svgBlob(svg) : await pngBlob(svg), `${fileName()}.${form}`);
}
async function copyLink(): Promise<void> {
    const copy = document.querySelector('[data-do=copy]');
    try {
        await navigator.clipboard.writeText(location.href);
        if (copy) copy.textContent = say('copied');
    } catch {
        window.prompt(say('copy'), location.href);
    }
}

// On paper the picture is lines, not pixels, and light.
window.addEventListener('beforeprint', () => {
    fill(paper, h('h1', null, document.title), app.state.view !== 'table' && crop(svgPicture(graph, canvas, lightPalette, document.title), canvas));
});
window.addEventListener('afterprint', () => fill(paper));

function help(): void {
    fill(dialog,
        h('header', null, h('h2', null, say('help')), button('×', () => dialog.close(), {class: 'close', title: say('close'), 'aria-label': say('close')})),
        h('p', null, say('hint')),
        h('h3', null, say('keys')),
        h('dl', null, keyHelp.map(([key, zh, en]) => [h('dt', null, key), h('dd', null, language() === 'zh' ? zh : en)])),
        h('details', null, h('summary', null, say('licences')), h('pre', null, document.getElementById('licences')!.textContent)));
    dialog.showModal();
}

listenToKeys({
    '/': () => box.focus(),
    Escape: () => (tip.hidden = true, app.clear()),
    ArrowLeft: () => canvas.pan(-80, 0),
    ArrowRight: () => canvas.pan(80, 0),
    ArrowUp: () => canvas.pan(0, -80),
    ArrowDown: () => canvas.pan(0, 80),
    '+': () => canvas.zoomBy(1.3),
    '=': () => canvas.zoomBy(1.3),
    '-': () => canvas.zoomBy(1 / 1.3),
    '0': () => canvas.fit(200),
    m: () => app.view('map'),
    t: () => app.view('table'),
    p: () => app.view('path'),
    f: () => app.state.entity >= 0 && app.focus(app.state.entity),
    e: () => {
        if (app.state.entity >= 0) app.widen(app.state.entity);
        else if (app.state.group >= 0) app.toggleGroup(app.state.group);
    },
    '[': () => app.step(-1),
    ']': () => app.step(1),
    i: toggleFilters,
    l: switchLanguage,
    d: switchTheme,
    '?': help,
});
window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => update(null));

update(null);
if (app.state.group >= 0 && app.state.view === 'map' && app.opened.has(app.state.group)) goToGroup(app.state.group);
// For tests and for other programs that show the page: where things are.
Object.assign(globalThis, {explorer: {
    locate: (id: string) => canvas.locate(`e${graph.id.indexOf(id)}`),
    locateGroup: (group: number) => canvas.locate(`g${group}`),
    nodes: () => canvas.shown.nodes.map((node) => ({id: node.entity >= 0 ? graph.id[node.entity] : node.id, text: node.text})),
}});
requestAnimationFrame(() => requestAnimationFrame(() => {
    document.body.dataset.ready = String(Math.round(performance.now()));
    app.search.listen(() => {
        document.body.dataset.pinyin = String(Math.round(performance.now()));
        box.refresh();
    });
}));
