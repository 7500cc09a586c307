// Walks through pages of the explorer as a reader would. FOLDER holds the pages, PACKAGES the browser's driver.

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {openBrowser} from './browser.mjs';

const folder = process.env.FOLDER;
const file = (name) => join(folder, name);
let browser;
before(async () => (browser = await openBrowser(process.env.PACKAGES)));
after(() => browser.close());

// What the pages must show, from the file that loses nothing.
const nodes = JSON.parse(readFileSync(file('sample.jsonld'), 'utf8'))['@graph'];
const id = (reference) => reference.replace('kg:', '');
const text = nodes.find((node) => node['@type'] === 'Document').text;
const facts = nodes.filter((node) => node['@type'] === 'Statement');
const entities = nodes.filter((node) => node.name && node['@type'] !== 'Document');
const nameOf = new Map(entities.map((entity) => [id(entity['@id']), entity.name]));
const around = (entity) => new Set(facts.flatMap((fact) => {
    const [a, b] = [id(fact.subject), id(fact.object)];
    return a === entity ? [b] : b === entity ? [a] : [];
}));

// Who is who.
const all = [...new Map(entities.map((entity) => [id(entity['@id']), entity])).keys()];
const hub = all.reduce((best, each) => (around(each).size > around(best).size ? each : best));
const hubName = nameOf.get(hub);
const far = all.find((each) => around(each).size > 0 && each !== hub && !around(hub).has(each));
const middle = [...around(far)].find((each) => around(hub).has(each));
const other = [...around(hub)].find((each) => each !== middle && !around(middle).has(each));
assert.ok(far && middle && other, 'the sample has a hub, an entity behind one of its neighbours, and another neighbour');

// Entities on the shortest paths between two, and how many steps these have; of no path, none.
function between(from, to, allowed = () => true) {
    const distances = (start) => {
        const distance = new Map([[start, 0]]);
        for (const each of distance.keys()) {
            for (const next of around(each)) if (!distance.has(next) && allowed(next)) distance.set(next, distance.get(each) + 1);
        }
        return distance;
    };
    const [ahead, back] = [distances(from), distances(to)];
    const steps = ahead.get(to) ?? 0;
    return {steps, on: new Set(all.filter((each) => ahead.has(each) && back.has(each) && ahead.get(each) + back.get(each) === steps))};
}

/// A test on a page that must neither complain nor ask anything of the network.
function page(title, name, options, run) {
    test(title, async () => {
        const opened = await browser.open(file(name), options);
        try {
            await run(opened);
            assert.deepEqual(opened.complaints, []);
        } finally {
            await opened.context().close();
        }
    });
}
const status = (opened) => opened.evaluate(() => ({...document.querySelector('.status').dataset}));
const parameter = (opened, key) => opened.evaluate((name) => new URLSearchParams(location.hash.slice(1)).get(name), key);
const shown = (opened) => opened.evaluate(() => explorer.nodes().map((node) => node.id));
async function find(opened, query) {
    await opened.keyboard.press('/');
    await opened.keyboard.type(query);
    return opened.locator('.suggestions [data-entity]').evaluateAll((list) => list.map((each) => each.dataset.entity));
}
// The picture must have come to rest before places in it are used.
async function clickNode(opened, entity, locate = 'locate') {
    await opened.waitForTimeout(1600);
    const at = await opened.evaluate(([name, which]) => explorer[name](which), [locate, entity]);
    await opened.mouse.move(at.x, at.y);
    await opened.waitForTimeout(900);
    await opened.mouse.down();
    await opened.mouse.up();
    await opened.waitForTimeout(200);
}

page('shows every entity of a small graph', 'sample.html', {}, async (opened) => {
    assert.equal((await status(opened)).entities, String(entities.length));
    assert.deepEqual(new Set(await shown(opened)), new Set(nameOf.keys()));
    assert.match(await opened.title(), /南山区晒出年度成绩单/);
});

page('finds by name, part of a name, initials and pinyin, and selects by keys', 'sample.html', {}, async (opened) => {
    await opened.waitForSelector('body[data-pinyin]');
    assert.equal(hubName, '南山区');
    for (const query of ['南山区', '南山', 'nsq', 'nanshanqu']) {
        assert.equal((await find(opened, query))[0], hub, query);
        await opened.keyboard.press('Escape');
    }
    assert.deepEqual(await find(opened, 'zzzz'), []);
    assert.equal(await opened.locator('.suggestions').innerText(), '没有找到');
    await opened.keyboard.press('Escape');
    const list = await find(opened, '南山');
    assert.ok(list.length >= 2);
    await opened.keyboard.press('ArrowDown');
    await opened.keyboard.press('Enter');
    assert.equal(await opened.locator('.card').getAttribute('data-card'), list[1]);
    assert.equal(await parameter(opened, 'entity'), list[1]);
});

page('shows facts with their sentences, and these in the text', 'sample.html', {hash: `entity=${hub}`}, async (opened) => {
    const own = facts.filter((fact) => id(fact.subject) === hub || id(fact.object) === hub);
    assert.equal(await opened.locator('section').first().locator('h3 .count').innerText(), String(own.length));
    const line = opened.locator('.statement').first();
    await line.locator('summary').click();
    const number = Number((await line.getAttribute('data-statement')).slice(1));
    const evidence = facts[number].evidence[0];
    assert.equal(await line.locator('.quote p').first().innerText(), evidence.exact);
    await line.locator('.quote button').first().click();
    const marks = await opened.locator('mark.level3').evaluateAll((list) => list.map((each) => each.textContent).join(''));
    assert.equal(marks, evidence.exact);
    const whole = await opened.locator('.reader .text p').evaluateAll((list) => list.map((each) => each.textContent));
    assert.deepEqual(whole, text.split(/\r\n|\n/).filter((each) => each !== ''));
    assert.ok(await opened.locator('mark.level1').count() > 3);
    await opened.keyboard.press('Escape');
    assert.equal(await opened.locator('.reader').count(), 0);
    assert.equal(await opened.locator('.card h2').innerText(), hubName);
});

page('shows figures as people write them', 'sample.html', {}, async (opened) => {
    const money = nodes.find((node) => node['@type'] === 'Observation' && node.unit === 'CNY' && Number(node.value) >= 1e8);
    const figures = nodes.filter((node) => node['@type'] === 'Observation' && node.subject === money.subject);
    await opened.evaluate((which) => (location.hash = `entity=${which}`), id(money.subject));
    await opened.waitForSelector('[data-statement^=q]');
    if (figures.indexOf(money) >= 12) await opened.locator('section', {hasText: '指标'}).last().locator('.lines > .link').click();
    const line = opened.locator('[data-statement^=q]', {hasText: money.indicator}).first();
    assert.match(await line.innerText(), new RegExp(`${(Number(money.value) / 1e8).toLocaleString('en')}亿元`));
    await line.locator('summary').click();
    assert.equal(await line.locator('.quote p').innerText(), money.evidence[0].exact);
});

page('filters by status, kind, relation, year and confidence', 'sample.html', {}, async (opened) => {
    const total = async () => Number(await opened.locator('.total').getAttribute('data-facts'));
    const back = () => opened.locator('.sidebar header .link').click();
    const box = (name) => opened.locator(`[data-filter="${name}"]`);
    assert.equal(await total(), facts.length);
    await box('statuses 3').uncheck();
    assert.equal(await total(), facts.filter((fact) => fact.status !== 'planned').length);
    await back();
    await box('kinds 0').uncheck();
    const districts = new Set(entities.filter((entity) => entity['@type'] === 'District').map((entity) => entity['@id']));
    assert.equal(await total(), facts.filter((fact) => !districts.has(fact.subject) && !districts.has(fact.object)).length);
    assert.equal((await status(opened)).entities, String(entities.length - districts.size));
    await back();
    await opened.locator('.sidebar summary', {hasText: '关系'}).click();
    await box('relations 0').uncheck();
    assert.equal(await total(), facts.filter((fact) => fact.predicate !== 'locatedIn').length);
    await back();
    await box('from').fill('2023');
    await box('from').press('Enter');
    await box('undated').uncheck();
    assert.equal(await total(), facts.filter((fact) => (fact.time ?? '') >= '2023').length);
    await back();
    await box('confidence').fill('80');
    assert.equal(await total(), facts.filter((fact) => Number(fact.confidence) >= 0.8).length);
    assert.equal(await parameter(opened, 'sure'), '80');
    await back();
    assert.equal(await total(), facts.length);
    assert.equal(await opened.evaluate(() => location.hash), '');
});

page('walks from neighbourhood to neighbourhood by clicks', 'sample.html', {}, async (opened) => {
    await find(opened, nameOf.get(middle));
    await opened.keyboard.press('Enter');
    await opened.click('[data-do=around]');
    const first = around(middle).add(middle);
    assert.deepEqual(new Set(await shown(opened)), first);
    const district = hub;
    await clickNode(opened, district);
    assert.equal(await opened.locator('.card h2').innerText(), hubName);
    await clickNode(opened, district);
    const second = new Set(await shown(opened));
    assert.ok(second.size > first.size);
    for (const each of first) assert.ok(second.has(each));
    for (const each of second) assert.ok(first.has(each) || around(district).has(each) || each === `m${[...nameOf.keys()].indexOf(district)}`, each);
    await opened.goBack();
    await opened.waitForTimeout(300);
    assert.deepEqual(new Set(await shown(opened)), first);
});

page('finds the path between two picked entities', 'sample.html', {}, async (opened) => {
    const [from, to] = [far, other];
    const expected = between(from, to);
    await find(opened, nameOf.get(from));
    await opened.keyboard.press('Enter');
    await opened.click('[data-do=from]');
    assert.match(await opened.locator('.path').innerText(), /选择起点和终点/);
    await find(opened, nameOf.get(to));
    await opened.keyboard.press('Enter');
    assert.equal(await parameter(opened, 'from'), from);
    assert.equal(await parameter(opened, 'to'), to);
    assert.equal(await opened.locator('.step').count(), expected.steps);
    assert.deepEqual(new Set(await shown(opened)), expected.on);
    for (const step of await opened.locator('.step').all()) assert.ok((await step.locator('.quote p').first().innerText()).length > 5);
    await opened.click('[title=对调]');
    assert.equal(await parameter(opened, 'from'), to);
    // Without the kind of the entity in the middle there is no way, or another one.
    const kinds = ['District', 'Place', 'Park', 'Project', 'Company', 'Institution', 'Program', 'Platform', 'Industry', 'Person', 'Event', 'Award'];
    const kindOf = new Map(entities.map((entity) => [id(entity['@id']), entity['@type']]));
    await opened.locator(`[data-filter="kinds ${kinds.indexOf(kindOf.get(hub))}"]`).uncheck();
    const without = between(to, from, (each) => kindOf.get(each) !== kindOf.get(hub));
    if (without.steps === 0) assert.match(await opened.locator('.path').innerText(), /没有路径/);
    else assert.equal(await opened.locator('.step').count(), without.steps);
});

page('lists entities, facts and figures in tables', 'sample.html', {hash: 'view=table'}, async (opened) => {
    const rows = async () => Number(await opened.locator('.tabs [data-rows]').getAttribute('data-rows'));
    assert.equal(await rows(), entities.length);
    assert.equal(await opened.locator('tbody tr').count(), entities.length);
    await opened.click('[data-tab=facts]');
    assert.equal(await rows(), facts.length);
    await opened.locator('th button', {hasText: '金额'}).click();
    await opened.locator('th button', {hasText: '金额'}).click();
    const largest = facts.filter((fact) => fact.amount).sort((a, b) => Number(b.amount.value) - Number(a.amount.value))[0];
    assert.ok((await opened.locator('tbody tr').first().innerText()).includes(nameOf.get(id(largest.object))));
    await opened.locator('tbody tr').first().locator('td').nth(1).click();
    assert.ok((await opened.locator('.card .quote p').first().innerText()).includes(largest.evidence[0].exact));
    const word = nameOf.get(middle);
    await opened.locator('.tabs input').fill(word);
    await opened.waitForFunction((wanted) => new URLSearchParams(location.hash.slice(1)).get('find') === wanted, word);
    const wanted = facts.filter((fact) => [fact.subject, fact.object].some((end) => nameOf.get(id(end)).includes(word)));
    assert.equal(await rows(), wanted.length);
    await opened.click('[data-tab=figures]');
    assert.equal(await parameter(opened, 'tab'), 'figures');
    assert.equal(await parameter(opened, 'find'), word);
});

page('a link shows what was shown', 'sample.html', {}, async (opened) => {
    await find(opened, hubName);
    await opened.keyboard.press('Enter');
    await opened.click('[data-do=around]');
    await opened.locator('[data-filter="statuses 3"]').uncheck();
    await opened.keyboard.press('l');
    await opened.keyboard.press('d');
    const look = () => opened.evaluate(() => [explorer.nodes().map((node) => node.id).sort(), document.querySelector('.card').textContent, document.documentElement.lang, document.documentElement.dataset.theme]);
    const before = await look();
    await opened.reload();
    await opened.waitForSelector('body[data-ready]');
    assert.deepEqual(await look(), before);
    assert.equal(before[2], 'en');
    assert.equal(before[3], 'dark');
    await opened.evaluate(() => (location.hash = 'view=nonsense&entity=nobody&facts=999999.x&group=77777&read=f99999&sure=1000&step=-3'));
    await opened.waitForTimeout(200);
    assert.equal((await status(opened)).entities, String(entities.length));
    assert.ok(await opened.locator('.panel').isHidden());
});

page('saves pictures and prints', 'sample.html', {}, async (opened) => {
    await opened.waitForTimeout(1500);
    const save = async (form) => {
        await opened.locator('.menu summary').click();
        const [download] = await Promise.all([opened.waitForEvent('download'), opened.click(`[data-do=${form}]`)]);
        assert.ok(download.suggestedFilename().endsWith(`.${form}`));
        return readFileSync(await download.path());
    };
    const svg = (await save('svg')).toString('utf8');
    assert.ok(svg.startsWith('<?xml') && svg.trimEnd().endsWith('</svg>'));
    assert.ok(svg.includes(`>${hubName}</text>`) && (svg.match(/<circle/g) ?? []).length === entities.length);
    const problem = await opened.evaluate((source) => new DOMParser().parseFromString(source, 'image/svg+xml').querySelector('parsererror')?.textContent ?? '', svg);
    assert.equal(problem, '');
    const png = await save('png');
    assert.equal(png.subarray(1, 4).toString(), 'PNG');
    const frame = await opened.locator('.canvas').boundingBox();
    assert.equal(png.readUInt32BE(16), 2 * Math.floor(frame.width));
    assert.ok(png.length > 20000);
    const pdf = await opened.pdf();
    assert.ok(pdf.length > 10000);
    await opened.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    assert.equal(await opened.locator('.paper svg circle').count(), entities.length);
});

page('obeys the keyboard', 'sample.html', {}, async (opened) => {
    const focused = () => opened.evaluate(() => document.activeElement.getAttribute('role'));
    await opened.keyboard.press('/');
    assert.equal(await focused(), 'combobox');
    await opened.keyboard.press('Escape');
    await opened.keyboard.press('t');
    assert.equal(await parameter(opened, 'view'), 'table');
    await opened.keyboard.press('m');
    assert.equal(await parameter(opened, 'view'), null);
    await opened.keyboard.press('?');
    assert.ok(await opened.locator('dialog').isVisible());
    assert.match(await opened.locator('dialog pre').textContent(), /force-graph[\s\S]*MIT/);
    await opened.keyboard.press('Escape');
    assert.ok(await opened.locator('dialog').isHidden());
    await find(opened, hubName);
    await opened.keyboard.press('Enter');
    await opened.keyboard.press('f');
    assert.equal(await parameter(opened, 'view'), 'focus');
    await opened.keyboard.press(']');
    assert.ok(around(hub).has(await parameter(opened, 'entity')));
    await opened.keyboard.press('Escape');
    assert.ok(await opened.locator('.panel').isHidden());
    const filters = () => opened.locator('.sidebar').isVisible();
    assert.ok(await filters());
    await opened.keyboard.press('i');
    assert.ok(!await filters());
    await opened.waitForTimeout(1500);
    const place = () => opened.evaluate((which) => explorer.locate(which), hub);
    const before = await place();
    await opened.keyboard.press('ArrowRight');
    await opened.waitForTimeout(400);
    assert.ok((await place()).x < before.x - 40);
    await opened.keyboard.press('+');
    await opened.waitForTimeout(400);
    assert.ok((await place()).r > before.r * 1.2);
});

page('follows the system into the dark', 'sample.html', {colorScheme: 'dark'}, async (opened) => {
    const ground = () => opened.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(await ground(), 'rgb(20, 23, 27)');
    await opened.keyboard.press('d');
    assert.equal(await ground(), 'rgb(251, 251, 252)');
});

page('fits a telephone', 'sample.html', {width: 390, height: 800}, async (opened) => {
    assert.ok(await opened.locator('.sidebar').isHidden());
    await opened.locator('.search input').fill(hubName);
    await opened.locator('.suggestions [data-entity]').first().click();
    const box = await opened.locator('.panel').boundingBox();
    assert.ok(box.width === 390 && box.y > 300);
    assert.equal(await opened.evaluate(() => document.documentElement.scrollWidth), 390);
});

for (const name of ['rich.html', 'image.html']) {
    page(`shows hostile names as text: ${name}`, name, {}, async (opened) => {
        const names = await opened.evaluate(() => explorer.nodes());
        const hostile = names.find((node) => (name === 'rich.html' ? node.text.includes('</script>') : node.text.includes('<img')));
        assert.ok(hostile);
        await opened.evaluate((which) => (location.hash = `entity=${which}`), hostile.id);
        assert.equal(await opened.locator('.card h2').textContent(), hostile.text);
        for (const summary of await opened.locator('.statement summary').all()) await summary.click();
        await find(opened, name === 'rich.html' ? '</script>' : '<img');
        assert.ok(await opened.locator('.suggestions [data-entity]').count() > 0);
        await opened.keyboard.press('Escape');
        await opened.keyboard.press('t');
        assert.equal(await opened.locator('.rows img, .panel img, img').count(), 0);
        await opened.click('[data-tab=facts]');
        await opened.click('[data-tab=figures]');
        await opened.keyboard.press('m');
        await opened.keyboard.press('f');
        await clickNode(opened, hostile.id);
        await opened.locator('.menu summary').click();
        const [download] = await Promise.all([opened.waitForEvent('download'), opened.click('[data-do=svg]')]);
        const svg = readFileSync(await download.path(), 'utf8');
        assert.ok(!/<img|<script/.test(svg));
        const problem = await opened.evaluate((source) => new DOMParser().parseFromString(source, 'image/svg+xml').querySelector('parsererror')?.textContent ?? '', svg);
        assert.equal(problem, '');
    });
}

test('lets no foreign script run and nothing reach the network', async () => {
    const opened = await browser.open(file('sample.html'));
    const ran = await opened.evaluate(async () => {
        const script = document.createElement('script');
        script.textContent = 'globalThis.foreign = true';
        document.body.append(script);
        const frame = document.createElement('div');
        frame.setAttribute('onclick', 'globalThis.foreign = true');
        document.body.append(frame);
        frame.click();
        const reached = await fetch('http://127.0.0.1:9/').then(() => true, () => false);
        return [globalThis.foreign ?? false, reached];
    });
    assert.deepEqual(ran, [false, false]);
    assert.ok(opened.complaints.length >= 3 && opened.complaints.every((each) => /Content Security Policy/.test(each)), opened.complaints.join('\n'));
    await opened.context().close();
});

page('shows quotes of a graph that was saved without texts', 'no-text.html', {hash: `entity=${hub}`}, async (opened) => {
    const line = opened.locator('.statement').first();
    await line.locator('summary').click();
    assert.ok((await line.locator('.quote p').innerText()).length > 5);
    assert.ok(await line.locator('.quote button').first().isDisabled());
});

// Bounds for a machine that does other things, too; docs/performance.md has what was measured.
for (const [name, limit, entityCount] of [['seeded-5000.html', 2000, 5000], ['seeded-100000.html', 8000, 100000]]) {
    page(`opens and moves: ${name}`, name, {}, async (opened) => {
        assert.ok(await opened.evaluate(() => Number(document.body.dataset.ready)) < limit);
        assert.equal(await opened.locator('.total').getAttribute('data-entities'), String(entityCount));
        const group = (await shown(opened)).find((each) => each.startsWith('g'));
        const number = Number(group.slice(1));
        const place = () => opened.evaluate((which) => explorer.locateGroup(which), number);
        const start = await place();
        await opened.evaluate(() => {
            globalThis.longest = 0;
            let last = performance.now();
            const next = (now) => {
                globalThis.longest = Math.max(globalThis.longest, now - last);
                last = now;
                requestAnimationFrame(next);
            };
            requestAnimationFrame(next);
        });
        await opened.mouse.move(400, 70);
        await opened.mouse.down();
        for (let i = 1; i <= 30; ++i) await opened.mouse.move(400 + 4 * i, 70 + 2 * i);
        await opened.mouse.up();
        const longest = await opened.evaluate(() => globalThis.longest);
        const end = await place();
        assert.ok(Math.abs(end.x - start.x - 120) < 2 && Math.abs(end.y - start.y - 60) < 2);
        assert.ok(longest < 600, `a frame took ${longest} ms`);
        const before = await status(opened);
        await clickNode(opened, number, 'locateGroup');
        const opening = await status(opened);
        assert.ok(Number(opening.entities) + Number(opening.groups) > Number(before.entities) + Number(before.groups));
        await opened.click('[data-do=group]');
        const closed = await status(opened);
        assert.deepEqual([closed.entities, closed.groups], [before.entities, before.groups]);
    });
}

page('opens groups that the reader comes near to, and all of them', 'seeded-5000.html', {}, async (opened) => {
    const before = await status(opened);
    const middle = await opened.locator('.canvas').boundingBox();
    await opened.mouse.move(middle.x + middle.width / 2, middle.y + middle.height / 2);
    for (let i = 0; i < 12; ++i) {
        await opened.mouse.wheel(0, -240);
        await opened.waitForTimeout(50);
    }
    await opened.waitForTimeout(600);
    assert.ok(Number((await status(opened)).entities) > Number(before.entities));
    await opened.click('[data-do=open-all]');
    assert.equal((await status(opened)).entities, '5000');
    await opened.click('[data-do=close-all]');
    assert.equal((await status(opened)).entities, '0');
    assert.ok(Number((await status(opened)).groups) > 10);
});
