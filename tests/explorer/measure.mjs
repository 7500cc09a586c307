// How long pages of the explorer take to open, and how long their frames take while the picture is moved.
//   node measure.mjs PACKAGES FILE.html...

import {openBrowser} from './browser.mjs';

const [packages, ...files] = process.argv.slice(2);
const browser = await openBrowser(packages);

async function frames(page, move) {
    await page.evaluate(() => {
        const list = (globalThis.frameTimes = []);
        let last = performance.now();
        const next = (now) => {
            list.push(now - last);
            last = now;
            globalThis.frameHandle = requestAnimationFrame(next);
        };
        globalThis.frameHandle = requestAnimationFrame(next);
    });
    await move();
    return page.evaluate(() => {
        cancelAnimationFrame(globalThis.frameHandle);
        const sorted = globalThis.frameTimes.slice(1).sort((a, b) => a - b);
        const at = (share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]);
        return `frames ${sorted.length}, median ${at(0.5)} ms, 95 % ${at(0.95)} ms, longest ${at(1)} ms`;
    });
}

// Drags the ground, which is what a reader does to look around.
async function drag(page) {
    const box = await page.locator('.canvas').boundingBox();
    for (const way of [1, -1]) {
        await page.mouse.move(box.x + box.width / 2, box.y + 12);
        await page.mouse.down();
        for (let i = 0; i < 40; ++i) await page.mouse.move(box.x + box.width / 2 + way * i * 6, box.y + 12 + i * 3);
        await page.mouse.up();
    }
}

async function wheel(page, delta, times) {
    const box = await page.locator('.canvas').boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    for (let i = 0; i < times; ++i) {
        await page.mouse.wheel(0, delta);
        await page.waitForTimeout(60);
    }
    await page.waitForTimeout(500);
}

for (const file of files) {
    const begin = performance.now();
    const page = await browser.open(file);
    const wall = Math.round(performance.now() - begin);
    const shown = () => page.evaluate(() => {
        const {entities, groups, links} = document.querySelector('.status').dataset;
        return `${entities} entities, ${groups} groups, ${links} links`;
    });
    const say = (what, value) => console.log(`  ${what}: ${value}`);
    console.log(file);
    say('usable after', `${await page.evaluate(() => document.body.dataset.ready)} ms (${wall} ms with the start of the tab)`);
    say('shows', await shown());
    say('drag', await frames(page, () => drag(page)));
    say('zoom in', await frames(page, () => wheel(page, -240, 16)));
    say('shows', await shown());
    say('drag', await frames(page, () => drag(page)));
    say('zoom out', await frames(page, () => wheel(page, 240, 16)));
    await page.waitForSelector('body[data-pinyin]');
    say('found by pinyin after', `${await page.evaluate(() => document.body.dataset.pinyin)} ms`);
    if (await page.locator('[data-do=open-all]').count() > 0) {
        const from = performance.now();
        await page.click('[data-do=open-all]');
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        say('all opened after', `${Math.round(performance.now() - from)} ms`);
        say('shows', await shown());
        say('drag', await frames(page, () => drag(page)));
    }
    say('heap', `${Math.round(await page.evaluate(() => performance.memory.usedJSHeapSize / 1048576))} MB`);
    if (page.complaints.length > 0) say('complaints', page.complaints.join('; '));
    await page.context().close();
}
await browser.close();
