// What keys do. None of them with Control, Alt or Meta, which are the browser's.

export function listenToKeys(actions: Record<string, () => void>): void {
    document.addEventListener('keydown', (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
        if (document.querySelector('dialog[open]')) return;
        const target = event.target as HTMLElement;
        const typing = target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'range';
        if (event.key === 'Escape' && typing) {
            target.blur();
            return;
        }
        if (typing || target instanceof HTMLTextAreaElement) return;
        // Arrows scroll where there is something to scroll.
        if (event.key.startsWith('Arrow') && target.closest('.panel, .sidebar, .table, input')) return;
        const action = actions[event.key] ?? actions[event.key.toLowerCase()];
        if (!action) return;
        event.preventDefault();
        action();
    });
}
