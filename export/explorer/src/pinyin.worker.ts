// Reads names aloud: for each name its initials and its letters, so that xms and xiamen find 厦门市.

import {pinyin} from 'pinyin-pro';

const scope = self as unknown as {onmessage: (event: MessageEvent<string[]>) => void; postMessage(message: unknown): void};
scope.onmessage = (event) => {
    const names = event.data;
    const size = 4000;
    for (let at = 0; at < names.length; at += size) {
        const part = names.slice(at, at + size).map((name) => {
            const syllables = pinyin(name, {toneType: 'none', type: 'array', v: true}).map((each) => each.toLowerCase());
            return `${syllables.map((each) => each.charAt(0)).join('')} ${syllables.join('')}`;
        });
        scope.postMessage({at, part});
    }
};
