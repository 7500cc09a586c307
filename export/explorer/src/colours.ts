// Colours of kinds and lines, those of the pictures (export/picture_style.cpp) and their like on dark ground.

export interface Palette {
    ground: string;
    raised: string;
    text: string;
    faint: string;
    halo: string;
    frame: string;
    accent: string;
    fills: string[];  // by kind
    lines: string[];  // by kind
    status: string[];
    denied: string;
}

const light: Palette = {
    ground: '#fbfbfc',
    raised: '#ffffff',
    text: '#1a1a1a',
    faint: '#5f6368',
    halo: 'rgba(251,251,252,0.88)',
    frame: '#b8bec6',
    accent: '#0b57d0',
    fills: ['#9cc2ec', '#a9d9a5', '#86cfbe', '#f7b96b', '#f09c8b', '#b5a9e2', '#cfccb8', '#8fd0e6', '#cdb88f', '#ee9fc4', '#cfdc76', '#f5cf45'],
    lines: ['#1f5a93', '#3b7a3b', '#1b7364', '#a85b00', '#a63a25', '#54479b', '#6b6a5f', '#187a96', '#6f5a33', '#9c2f6b', '#66771a', '#7a5b00'],
    status: ['#9aa0a8', '#4a5058', '#1b6e8c', '#b35900'],
    denied: '#b00020',
};

const dark: Palette = {
    ground: '#14171b',
    raised: '#1f242a',
    text: '#e8eaed',
    faint: '#9aa3ad',
    halo: 'rgba(20,23,27,0.86)',
    frame: '#454c55',
    accent: '#8ab4f8',
    fills: ['#3b6ea5', '#4b8a4b', '#2c8574', '#b8701c', '#b5513c', '#6f62b5', '#7d7b6c', '#2b8ba6', '#8a7348', '#ac4680', '#7c8c2f', '#a8861a'],
    lines: ['#9cc6f2', '#a9dba6', '#8fd8c6', '#fbc987', '#f5ad9d', '#c6bcf0', '#d6d4c6', '#a3dcee', '#dcc7a0', '#f3b4d2', '#dbe795', '#fbdf80'],
    status: ['#6d757e', '#aeb6bf', '#58b4d4', '#e89b4a'],
    denied: '#ff6b7a',
};

export const isDark = (): boolean => {
    const asked = document.documentElement.dataset.theme;
    return asked ? asked === 'dark' : window.matchMedia('(prefers-color-scheme: dark)').matches;
};
export const palette = (): Palette => (isDark() ? dark : light);
export const lightPalette = light;
export const dashes: (number[] | null)[] = [null, null, [1, 3], [6, 4]];  // by status
