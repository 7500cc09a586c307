// Elements made from data. Texts become text nodes, never markup.

export type Child = Node | string | number | null | undefined | false | Child[];
type Props = Record<string, unknown>;

export function h<K extends keyof HTMLElementTagNameMap>(tag: K, props: Props | null, ...children: Child[]): HTMLElementTagNameMap[K] {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(props ?? {})) set(element, name, value);
    append(element, children);
    return element;
}

function set(element: HTMLElement, name: string, value: unknown): void {
    if (name.startsWith('aria-')) {
        element.setAttribute(name, String(value));
        return;
    }
    if (value === undefined || value === null || value === false) return;
    if (name.startsWith('on')) {
        element.addEventListener(name.slice(2), value as EventListener);
    } else if (name === 'class') {
        element.className = String(value);
    } else if (name === 'colour') {
        element.style.setProperty('--colour', String(value));
    } else if (name === 'value' || name === 'checked' || name === 'disabled' || name === 'open' || name === 'hidden') {
        (element as unknown as Props)[name] = value;
    } else {
        element.setAttribute(name, value === true ? '' : String(value));
    }
}

function append(element: Node, children: Child[]): void {
    for (const child of children) {
        if (child === null || child === undefined || child === false) continue;
        if (Array.isArray(child)) append(element, child);
        else element.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
    }
}

export function fill(element: Element, ...children: Child[]): void {
    element.replaceChildren();
    append(element, children);
}

export function button(label: Child, action: (event: Event) => void, props: Props = {}): HTMLButtonElement {
    return h('button', {type: 'button', onclick: action, ...props}, label);
}

/// Runs a function once things have been quiet for so long.
export function quiet(milliseconds: number, run: () => void): () => void {
    let timer = 0;
    return () => {
        window.clearTimeout(timer);
        timer = window.setTimeout(run, milliseconds);
    };
}
