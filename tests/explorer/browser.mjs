// Opens pages of the explorer in headless Chromium, drawn by software, and hears what they complain of.

import {createRequire} from 'node:module';
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

/// `packages` is a folder with node_modules/playwright-core.
export async function openBrowser(packages) {
    const {chromium} = createRequire(resolve(packages, 'package.json'))('playwright-core');
    const browser = await chromium.launch({
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu'],
    });
    return {
        close: () => browser.close(),
        /// Opens a file; what it says on the console and asks of the network is kept in `complaints`.
        async open(file, {hash = '', width = 1280, height = 800, colorScheme = 'light'} = {}) {
            const context = await browser.newContext({viewport: {width, height}, colorScheme, acceptDownloads: true});
            const page = await context.newPage();
            page.complaints = [];
            page.on('console', (message) => page.complaints.push(`console: ${message.text()}`));
            page.on('pageerror', (error) => page.complaints.push(`error: ${error.message}`));
            page.on('dialog', (dialog) => {
                page.complaints.push(`dialog: ${dialog.message()}`);
                void dialog.dismiss();
            });
            const url = pathToFileURL(resolve(file)).href;
            page.on('request', (request) => {
                if (!request.url().startsWith(url) && !/^(blob|data):/.test(request.url())) page.complaints.push(`request: ${request.url()}`);
            });
            await page.goto(url + (hash ? `#${hash}` : ''));
            await page.waitForSelector('body[data-ready]');
            return page;
        },
    };
}
