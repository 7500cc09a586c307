// Finds entities by name, alias, pinyin initials and pinyin.

import workerSource from 'worker:pinyin';
import {degree, Graph} from './data';

export const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s“”"'‘’《》]/g, '');

export class Search {
    private readonly names: string[];
    private readonly aliases = new Map<number, string[]>();
    private readonly sounds: string[] = [];  // initials, a blank, letters

    constructor(private readonly graph: Graph) {
        this.names = graph.name.map(fold);
        for (const [entity, list] of graph.aliases) this.aliases.set(entity, list.map(fold));
    }

    /// Reads the names in a worker; until it has, pinyin finds nothing.
    listen(ready: () => void): void {
        const url = URL.createObjectURL(new Blob([workerSource], {type: 'text/javascript'}));
        const worker = new Worker(url);
        worker.onmessage = (event: MessageEvent<{at: number; part: string[]}>) => {
            event.data.part.forEach((sound, i) => (this.sounds[event.data.at + i] = sound));
            if (this.sounds.length < this.graph.count) return;
            worker.terminate();
            URL.revokeObjectURL(url);
            ready();
        };
        worker.postMessage(this.graph.name);
    }

    /// The best matches, the best first.
    find(query: string, limit: number, allowed: (entity: number) => boolean = () => true): number[] {
        const wanted = fold(query);
        if (wanted === '') return [];
        const sound = /^[a-z0-9]+$/.test(wanted);
        const found: [number, number, number][] = [];
        for (let e = 0; e < this.names.length; ++e) {
            const rank = this.rank(e, wanted, sound);
            if (rank < 9 && allowed(e)) found.push([rank, -degree(this.graph, e), e]);
        }
        found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
        return found.slice(0, limit).map((row) => row[2]);
    }

    private rank(entity: number, wanted: string, sound: boolean): number {
        const name = this.names[entity];
        if (name === wanted) return 0;
        const aliases = this.aliases.get(entity);
        if (aliases?.includes(wanted)) return 1;
        if (name.startsWith(wanted)) return 2;
        if (name.includes(wanted)) return 3;
        if (aliases?.some((alias) => alias.includes(wanted))) return 4;
        const sounds = sound ? this.sounds[entity] : undefined;
        if (!sounds) return 9;
        const blank = sounds.indexOf(' ');
        if (sounds.startsWith(wanted)) return blank === wanted.length ? 5 : 6;
        if (sounds.startsWith(wanted, blank + 1)) return 7;
        return sounds.slice(0, blank).includes(wanted) ? 8 : 9;
    }
}
