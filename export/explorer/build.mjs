// Bundles the explorer into one page and writes it as a C++ source.
//   node build.mjs PACKAGES OUTPUT.cpp     PACKAGES: the folder that holds node_modules
import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const packages = resolve(process.argv[2]);
const output = process.argv[3];
const modules = join(packages, 'node_modules');
const esbuild = createRequire(join(packages, 'package.json'))('esbuild');

const common = {
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',  // all licences stand in the page, see below
    nodePaths: [modules],
    logLevel: 'warning',
};
const used = new Set();

async function bundle(entry, plugins = []) {
    const result = await esbuild.build({...common, entryPoints: [join(here, 'src', entry)], plugins});
    for (const input of Object.keys(result.metafile.inputs)) {
        const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
        if (found) used.add(found[1]);
    }
    return result.outputFiles[0].text;
}

// Nothing in a script may look like the end of it, or like the comment that changes how it is read.
const inert = (text) => text.replace(/<(?=\/script|script|!--)/gi, '\\x3c');

function licences() {
    return [...used].sort().map((name) => {
        const folder = join(modules, name);
        const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
        const file = existsSync(folder) && readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
        const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${about.license}`;
        return `${name} ${about.version} (${about.license})\n\n${text}\n`;
    }).join('\n----\n\n').replace(/</g, '‹').replace(/\r/g, '');
}

// Literals of a length that every compiler takes; only what C++ would read differently is escaped.
function literals(text) {
    const pieces = [];
    for (let at = 0; at < text.length;) {
        let end = Math.min(at + 16000, text.length);
        if (end < text.length && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800) --end;
        const piece = text.slice(at, end).replace(/[\\"?]/g, '\\$&').replace(/\n/g, '\\n').replace(/\t/g, '\\t');
        if (/[\u0000-\u001f]/.test(piece)) throw new Error('a control character in the page');
        pieces.push(`    "${piece}"sv,`);
        at = end;
    }
    return pieces;
}

const worker = await bundle('pinyin.worker.ts');
const script = inert(await bundle('main.ts', [{
    name: 'worker',
    setup(build) {
        build.onResolve({filter: /^worker:/}, (found) => ({path: found.path, namespace: 'worker'}));
        build.onLoad({filter: /.*/, namespace: 'worker'}, () => ({contents: worker, loader: 'text'}));
    },
}]));
const style = (await esbuild.transform(readFileSync(join(here, 'style.css'), 'utf8'), {loader: 'css', minify: true, charset: 'utf8'})).code;
const parts = {
    style,
    script,
    hash: createHash('sha256').update(script, 'utf8').digest('base64'),
    licences: licences(),
};
const page = readFileSync(join(here, 'page.html'), 'utf8').replace(/\{\{(style|script|hash|licences)\}\}/g, (_, name) => parts[name]);
const [before, after, more] = page.split('{{data}}');
if (after === undefined || more !== undefined) throw new Error('page.html must hold {{data}} once');
const first = literals(before);
writeFileSync(output, `// Made by export/explorer/build.mjs.
#include <array>

#include "export/explorer.hpp"

namespace guanxi {

using namespace std::string_view_literals;

namespace {
constexpr std::array page{
${[...first, ...literals(after)].join('\n')}
};
}  // namespace

std::span<const std::string_view> explorer_page() { return page; }
std::size_t explorer_rest() { return ${first.length}; }

}  // namespace guanxi
`);
