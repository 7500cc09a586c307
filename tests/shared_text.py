#!/usr/bin/env python3
"""Fails if a tracked text file shares 30 or more characters in a row with a document it must not copy.

  shared_text.py FOLDER...     the folders whose *.txt, *.md and *.json must not be copied from; exits 77 if one is absent

Blanks, marks and digits count as they stand; only runs that hold at least 10 Chinese characters are looked at.
"""
import json
import pathlib
import re
import subprocess
import sys

LENGTH = 30
CHINESE = re.compile("[\u4e00-\u9fff]")


def grams(text):
    return {text[i:i + LENGTH] for i in range(len(text) - LENGTH + 1)}


def strings(value):
    """What a person wrote of a JSON file: the values, without keys and brackets, which any such file has."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


def written(path):
    text = path.read_text(encoding="utf-8")
    return strings(json.loads(text)) if path.suffix == ".json" else [text]


def main():
    folders = [pathlib.Path(f) for f in sys.argv[1:]]
    if not all(f.is_dir() for f in folders):
        print("skipped: no documents to compare with")
        sys.exit(77)
    root = pathlib.Path(__file__).resolve().parent.parent
    tracked = subprocess.run(["git", "-C", root, "ls-files", "-z"], capture_output=True, check=True, text=True).stdout.split("\0")
    mine = {}
    for name in filter(None, tracked):
        try:
            text = (root / name).read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue
        for gram in grams(text):
            if len(CHINESE.findall(gram)) >= 10:
                mine.setdefault(gram, name)
    bad = {}
    count = 0
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix not in (".txt", ".md", ".json"):
                continue
            count += 1
            for text in written(path):
                for gram in grams(text) & mine.keys():
                    bad.setdefault(mine[gram], f"{gram!r} of {path.name}")
    if count == 0:
        sys.exit("no document to compare with")
    for name, what in sorted(bad.items()):
        print(f"{name}: {what}")
    print(f"{len(mine)} runs of {LENGTH} characters compared with {count} documents")
    sys.exit(bool(bad))


if __name__ == "__main__":
    main()
