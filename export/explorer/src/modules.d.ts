declare module 'worker:pinyin' {
    const source: string;
    export default source;
}
declare module 'd3-force-3d' {
    type Amount = number | ((node: any) => number);
    export function forceCollide(radius: Amount): any;
    export function forceX(x: number): { strength(amount: Amount): any };
    export function forceY(y: number): { strength(amount: Amount): any };
}
