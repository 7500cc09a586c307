// Numbers as people write them.

import type {Graph} from './data';
import {language, say} from './words';

const currencies: Record<string, string> = {CNY: '元', USD: '美元', HKD: '港元', EUR: '欧元', JPY: '日元', GBP: '英镑', TWD: '新台币', MOP: '澳门元'};

function grouped(value: number): string {
    return value.toLocaleString('en', {maximumFractionDigits: 6});
}

/// 1250000000 CNY: 12.5亿元, CNY 1.25 billion.
export function amountText(value: string, unit: string): string {
    const number = Number(value);
    const size = Math.abs(number);
    const cut = (by: number): string => grouped(Number((number / by).toPrecision(12)));
    if (language() === 'zh') {
        const name = currencies[unit] ?? unit;
        if (size >= 1e8) return `${cut(1e8)}亿${name}`;
        return size >= 1e4 ? `${cut(1e4)}万${name}` : grouped(number) + name;
    }
    const plain = size >= 1e9 ? `${cut(1e9)} billion` : size >= 1e6 ? `${cut(1e6)} million` : grouped(number);
    if (unit === '%') return `${plain}%`;
    return unit in currencies ? `${unit} ${plain}` : `${plain} ${unit}`.trim();
}

export function figureText(graph: Graph, figure: number): string {
    const {value, unit, bound, change, rank, scope} = graph.figures;
    const parts: string[] = [];
    if (value[figure] !== '') {
        const sign = change.has(figure) && !value[figure].startsWith('-') ? '+' : '';
        parts.push([``, say('min'), say('max'), say('approx')][bound[figure]] + sign + amountText(value[figure], unit[figure]));
    }
    const place = rank.get(figure);
    if (place !== undefined) parts.push((scope.get(figure) ?? '') + (language() === 'zh' ? `第${place}` : ` rank ${place}`));
    else if (scope.has(figure)) parts.push(scope.get(figure)!);
    return parts.join(language() === 'zh' ? '，' : ', ');
}
