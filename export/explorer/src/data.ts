// The graph as export/explorer_data.cpp wrote it, with what the page needs to find its way in it.

export interface Document {
    name: string;
    title: string;
    date: string;
    place: string;
    source: string;
    authors: string[];
    text: string;
}

/// What facts and figures have in common.
export interface Statements {
    count: number;
    subject: number[];
    status: number[];
    time: string[];
    from: Int32Array;  // years; 0 where the text names none
    to: Int32Array;
    evidence: number[][];  // quote, rule, confidence in hundredths; and so on
    confidence: Uint8Array;  // that of the surest evidence
}

export interface Facts extends Statements {
    relation: number[];
    object: number[];
    amount: Map<number, [string, string]>;
    counted: Map<number, number>;
    title: Map<number, string>;
    negated: Set<number>;
}

export interface Figures extends Statements {
    indicator: string[];
    value: string[];
    unit: string[];
    bound: number[];
    change: Set<number>;
    rank: Map<number, number>;
    scope: Map<number, string>;
}

/// Places of entities and of the groups that stand for them.
export interface GroupMap {
    parent: number[];
    what: number[];
    of: number[];
    x: number[];
    y: number[];
    r: number[];
    home: number[];
    entityX: number[];
    entityY: number[];
    entityR: number[];
    groups: number[][];
    members: number[][];
    top: number[];
}

export const enum GroupKind { community, kind, object, subject, part, alone, rest }

export interface Graph {
    language: string;
    title: string;
    note: string;
    kinds: string[][];
    relations: string[][];
    rules: string[];
    documents: Document[];
    quotes: {document: number[]; begin: number[]; end: number[]; text: Map<number, string>};
    count: number;
    id: string[];
    name: string[];
    kind: number[];
    aliases: Map<number, string[]>;
    code: Map<number, string>;
    within: Map<number, string>;
    facts: Facts;
    figures: Figures;
    map: GroupMap;
    /// Facts of entity e: incident[start[e]] to incident[start[e + 1]].
    start: Uint32Array;
    incident: Uint32Array;
    figuresOf: Map<number, number[]>;
}

type Row = [number, ...unknown[]];
const pairs = <Value>(rows: Row[]): Map<number, Value> => new Map(rows.map((row) => [row[0], row[1] as Value]));
const rowsOf = (rows: Row[]): Set<number> => new Set(rows.map((row) => row[0]));

/// The years a time is about: `2021/2025` is from 2021 to 2025.
export function years(time: string): [number, number] {
    const ends = time.split('/').map((end) => Number.parseInt(end, 10) || 0);
    const from = ends[0] ?? 0;
    return [from, ends[1] || from];
}

function statements(raw: any, times: string[]): Statements {
    const count = raw.subject.length;
    const spans = times.map(years);
    const from = new Int32Array(count);
    const to = new Int32Array(count);
    const confidence = new Uint8Array(count);
    for (let i = 0; i < count; ++i) {
        [from[i], to[i]] = spans[raw.time[i]];
        const evidence = raw.evidence[i];
        for (let at = 2; at < evidence.length; at += 3) confidence[i] = Math.max(confidence[i], evidence[at]);
    }
    const time = raw.time.map((index: number) => times[index]);
    return {count, subject: raw.subject, status: raw.status, time, from, to, evidence: raw.evidence, confidence};
}

function groupMap(raw: any): GroupMap {
    const map: GroupMap = {...raw, groups: raw.parent.map(() => []), members: raw.parent.map(() => []), top: []};
    raw.parent.forEach((parent: number, group: number) => (parent < 0 ? map.top : map.groups[parent]).push(group));
    raw.home.forEach((group: number, entity: number) => map.members[group].push(entity));
    return map;
}

export function readGraph(text: string): Graph {
    const raw = JSON.parse(text);
    const facts: Facts = {
        ...statements(raw.facts, raw.times),
        relation: raw.facts.relation,
        object: raw.facts.object,
        amount: new Map(raw.facts.amount.map((row: any) => [row[0], [row[1], row[2]]])),
        counted: pairs(raw.facts.count),
        title: pairs(raw.facts.title),
        negated: rowsOf(raw.facts.negated),
    };
    const figures: Figures = {
        ...statements(raw.figures, raw.times),
        indicator: raw.figures.indicator,
        value: raw.figures.value,
        unit: raw.figures.unit,
        bound: raw.figures.bound,
        change: rowsOf(raw.figures.change),
        rank: pairs(raw.figures.rank),
        scope: pairs(raw.figures.scope),
    };
    const count = raw.entities.id.length;
    const start = new Uint32Array(count + 1);
    for (let f = 0; f < facts.count; ++f) {
        ++start[facts.subject[f] + 1];
        ++start[facts.object[f] + 1];
    }
    for (let e = 0; e < count; ++e) start[e + 1] += start[e];
    const next = start.slice();
    const incident = new Uint32Array(2 * facts.count);
    for (let f = 0; f < facts.count; ++f) {
        incident[next[facts.subject[f]]++] = f;
        incident[next[facts.object[f]]++] = f;
    }
    const figuresOf = new Map<number, number[]>();
    for (let o = 0; o < figures.count; ++o) {
        const list = figuresOf.get(figures.subject[o]);
        if (list) list.push(o);
        else figuresOf.set(figures.subject[o], [o]);
    }
    return {
        language: raw.language,
        title: raw.title,
        note: raw.note,
        kinds: raw.kinds,
        relations: raw.relations,
        rules: raw.rules,
        documents: raw.documents,
        quotes: {...raw.quotes, text: pairs(raw.quotes.text)},
        count,
        id: raw.entities.id,
        name: raw.entities.name,
        kind: raw.entities.kind,
        aliases: pairs(raw.entities.aliases),
        code: pairs(raw.entities.code),
        within: pairs(raw.entities.within),
        facts,
        figures,
        map: groupMap(raw.map),
        start,
        incident,
        figuresOf,
    };
}

export const degree = (graph: Graph, entity: number): number => graph.start[entity + 1] - graph.start[entity];

export const otherEnd = (graph: Graph, fact: number, entity: number): number =>
    graph.facts.subject[fact] === entity ? graph.facts.object[fact] : graph.facts.subject[fact];

// Offsets count code points. A text whose every character is one UTF-16 unit is cut as it is.
const cut = new Map<string, string[] | null>();
export function codePoints(text: string, begin: number, end: number): string {
    let points = cut.get(text);
    if (points === undefined) {
        points = /[\ud800-\udfff]/.test(text) ? Array.from(text) : null;
        cut.set(text, points);
    }
    return points ? points.slice(begin, end).join('') : text.slice(begin, end);
}

export function quoteText(graph: Graph, quote: number): string {
    const {document, begin, end, text} = graph.quotes;
    return text.get(quote) ?? codePoints(graph.documents[document[quote]].text, begin[quote], end[quote]);
}
