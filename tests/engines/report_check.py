"""Reads the Markdown report as markdown-it does (tables, footnotes, HTML allowed) and compares it with the JSON-LD: no markup but the
report's own, every name and sentence as it is, planned facts under the plans and nowhere else.

    report_check.py FILE.jsonld ...

$GUANXI is the program. Needs requirements.txt; says so and exits 77 where that is not installed.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

try:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
except ImportError as error:
    print(f'skipped: {error} (tests/engines/requirements.txt)')
    sys.exit(77)

failed = 0
HEADINGS = {None: '其他（原文未说明状态）', 'done': '成果（已完成）', 'ongoing': '进行中', 'planned': '计划'}
OWN = {'heading', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'bullet_list', 'list_item', 'paragraph', 'blockquote', 'inline', 'footnote',
       'footnote_block', 'footnote_anchor', 'footnote_ref', 'text', 'softbreak', 'text_special'}


def report(good, message):
    global failed
    failed += not good
    print(f"{'ok  ' if good else 'FAIL'} {message}")


def plain(text):
    """A text as a report shows it, blanks aside."""
    hidden = {0x200b, 0xfeff, 0x200e, 0x200f, *range(0x202a, 0x202f), *range(0x2066, 0x206a), *range(0xfdd0, 0xfdf0)}
    blank = {*range(0x21), *range(0x7f, 0xa0), 0x2028, 0x2029}
    shown = ''.join(' ' if ord(c) in blank else c for c in text if ord(c) not in hidden and ord(c) & 0xfffe != 0xfffe)
    return ' '.join(shown.split(' ')).replace(' ', '')


class Page:
    """The texts of a page: of rows, list items and quotes, each with the headings above it; the kinds of its tokens."""

    def __init__(self, text):
        self.rows, self.items, self.quotes, self.kinds = [], [], [], set()
        self.notes = []
        above, quoted, noted, cells = ['', '', ''], 0, 0, None
        heading = None
        for token in MarkdownIt('gfm-like', {'linkify': False, 'html': True}).use(footnote_plugin).parse(text):
            kind = token.type.removesuffix('_open').removesuffix('_close')
            self.kinds.add(kind)
            self.kinds.update(child.type for child in token.children or [])
            quoted += token.nesting if kind == 'blockquote' else 0
            noted += token.nesting if kind == 'footnote' else 0
            if kind == 'tr':
                cells = [] if token.nesting == 1 else self.rows.append((tuple(above), cells))
            if kind == 'heading':
                heading = int(token.tag[1]) if token.nesting == 1 else None
            if kind != 'inline':
                continue
            content = ''.join(child.content for child in token.children).replace(' ', '')
            if heading:
                above[heading - 1:] = [content] + [''] * (3 - heading)
            elif cells is not None:
                cells.append(content)
            elif noted:
                self.notes.append(content)
            elif quoted:
                self.quotes.append((above[1], content))
            else:
                self.items.append((above[1], above[2], content))


def check(name, graph, page):
    documents = [n for n in graph if n['@type'] == 'Document']
    facts = [n for n in graph if n['@type'] == 'Statement']
    observations = [n for n in graph if n['@type'] == 'Observation']
    entities = {n['@id']: n for n in graph if n['@type'] not in ('Document', 'Statement', 'Observation')}
    report(page.kinds <= OWN, f'{name}: no markup but its own {page.kinds - OWN or ""}')

    listed = [cells[0] for above, cells in page.rows if above[1] == '实体']
    named = ''.join(text for above, _, text in page.items if above == '实体')
    missing = [e['name'] for e in entities.values() if not any(
        cell == plain(e['name']) or cell == plain(e['name']) + f"（{e.get('code')}）" for cell in listed)
        and plain(e['name']) not in named]
    report(not missing, f'{name}: {len(entities)} entities {missing[:3] or ""}')

    rows = [cells for above, cells in page.rows if above[1] == '关键数字' and cells[0] != '对象']
    wanted = sorted((plain(entities[o['subject']]['name']), plain(o.get('indicator', ''))) for o in observations)
    report(sorted((row[0], row[1]) for row in rows) == wanted, f'{name}: {len(rows)} figures')
    planned = sum(o.get('status') == 'planned' for o in observations)
    report(sum(len(row) == 5 for row in rows) == planned, f'{name}: {planned} of them planned, in a table of their own')

    wrong = []
    for fact in facts:
        best = max(fact['evidence'], key=lambda e: float(e['confidence']))
        ends = [plain(entities[fact[end]]['name']) for end in ('subject', 'object')]
        if fact['predicate'] in ('locatedIn', 'partOf') and 'status' not in fact:
            if not any([cells[0], cells[2]] == ends for above, cells in page.rows if above[1] == '位置与组成'):
                wrong.append(f'{ends} is not among the places')
            continue
        section = HEADINGS[fact.get('status')]
        lines = [heading + text for above, heading, text in page.items if above == section]
        if not any(all(end in line for end in ends) and (fact.get('status') != 'planned' or '拟' in line) for line in lines):
            wrong.append(f'{ends} is not told under {section}')
        quotes = [text for above, text in page.quotes if above == section]
        if len(fact['evidence']) <= 3 and not any(plain(best['exact'])[:-1] in quote for quote in quotes):
            wrong.append(f"{best['exact']} is not quoted under {section}")
    report(not wrong and facts, f'{name}: {len(facts)} facts, each under its status, with its sentence {wrong[:2] or ""}')
    report(sum(above == '计划' for above, _, _ in page.items) > 0 or not any(f.get('status') == 'planned' for f in facts),
           f'{name}: plans stand apart')
    report(len([row for above, row in page.rows if above[1] == '文件']) == len(documents) + 1, f'{name}: {len(documents)} documents')


program, files = os.environ.get('GUANXI', 'guanxi'), sys.argv[1:]
with tempfile.TemporaryDirectory() as folder:
    for file in map(pathlib.Path, files):
        written = pathlib.Path(folder) / 'report.md'
        subprocess.run([program, 'convert', '-q', file, '-o', written], check=True)
        graph = json.loads(file.read_text(encoding='utf-8'))['@graph']
        check(file.name, graph, Page(written.read_text(encoding='utf-8')))
sys.exit(0 if failed == 0 and files else 1)
