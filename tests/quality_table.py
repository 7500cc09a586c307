#!/usr/bin/env python3
"""Prints precision, recall and F1 by kind and by relation over all annotated documents of a folder, as Markdown.

  quality_table.py PROGRAM FOLDER        FOLDER is the `docs` beside score.py
"""
import collections
import pathlib
import re
import subprocess
import sys
import tempfile


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    sys.path.insert(0, str(folder.resolve().parent))
    import score as scorer

    kinds, relations = (collections.defaultdict(lambda: [0, 0, 0]) for _ in range(2))  # right, predicted, annotated

    def count(table, annotated, missed, wrong):
        for key in {*annotated, *wrong}:
            right = annotated[key] - missed[key]
            for i, n in enumerate((right, right + wrong[key], annotated[key])):
                table[key][i] += n

    for gold_file in sorted(folder.glob("*.gold.json")):
        text = gold_file.with_name(gold_file.name.replace(".gold.json", ".txt"))
        with tempfile.TemporaryDirectory() as work:
            graph = pathlib.Path(work) / "graph.jsonld"
            subprocess.run([program, "build", text, "--quiet", "-o", graph], check=True)
            gold = scorer.load(gold_file)
            _, detail = scorer.score(gold, scorer.load(graph))
        optional = {e["id"] for e in gold["entities"] if e.get("optional")}
        kind = collections.Counter
        first = lambda rows: kind(row.split()[0] for row in rows)
        predicate = lambda rows: kind(re.search(r"—(?:not )?(\w+)→", row).group(1) for row in rows)
        needed = kind(e["type"] for e in gold["entities"] if not e.get("optional"))
        count(kinds, needed, first(detail["entities"][0]), first(detail["entities"][1]))
        needed = kind(r["p"] for r in gold["relations"]
                      if not (r.get("optional") or r["s"] in optional or r["o"] in optional))
        count(relations, needed, predicate(detail["relations"][0]), predicate(detail["relations"][1]))

    for title, table in (("kind", kinds), ("relation", relations)):
        print(f"| {title} | annotated | P | R | F1 |\n| --- | --- | --- | --- | --- |")
        for key, (right, predicted, annotated) in sorted(table.items(), key=lambda row: -row[1][2]):
            p = right / predicted if predicted else 0
            r = right / annotated if annotated else 0
            print(f"| {key} | {annotated} | {p:.2f} | {r:.2f} | {2 * p * r / (p + r) if p + r else 0:.2f} |")
        print()


if __name__ == "__main__":
    main()
