// Which names are written: the most important first, none over another.

export interface Box {
    x: number;
    y: number;
    w: number;
    h: number;
}

/// Boxes that were taken, in a grid of cells.
export class Room {
    private readonly cells = new Map<number, Box[]>();

    constructor(private readonly cell: number) {}

    /// Takes the box if it is free.
    take(box: Box): boolean {
        const keys = this.keys(box);
        for (const key of keys) {
            for (const other of this.cells.get(key) ?? []) {
                if (box.x < other.x + other.w && other.x < box.x + box.w && box.y < other.y + other.h && other.y < box.y + box.h) return false;
            }
        }
        for (const key of keys) {
            const list = this.cells.get(key);
            if (list) list.push(box);
            else this.cells.set(key, [box]);
        }
        return true;
    }

    private keys(box: Box): number[] {
        const keys: number[] = [];
        for (let i = Math.floor(box.x / this.cell); i <= Math.floor((box.x + box.w) / this.cell); ++i) {
            for (let j = Math.floor(box.y / this.cell); j <= Math.floor((box.y + box.h) / this.cell); ++j) keys.push(i * 65536 + j);
        }
        return keys;
    }
}

const widths = new Map<string, number>();
/// The width of a text at a size of one.
export function textWidth(context: CanvasRenderingContext2D, text: string, font: string): number {
    let width = widths.get(text);
    if (width === undefined) {
        const before = context.font;
        context.font = `20px ${font}`;
        width = context.measureText(text).width / 20;
        context.font = before;
        widths.set(text, width);
    }
    return width;
}
