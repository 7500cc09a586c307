#!/usr/bin/env python3
"""Writes a seeded graph as JSON-LD, to see how the explorer bears its size.

    generate.py ENTITIES FACTS SEED > graph.jsonld

A few entities have many facts, most have few, and most facts stay among neighbours, as in graphs of reports.
"""
import json
import pathlib
import random
import sys

CONTEXT = json.loads((pathlib.Path(__file__).parent.parent / "golden" / "rich.jsonld").read_text())["@context"]

KINDS = ["District", "Place", "Park", "Project", "Company", "Institution", "Program", "Platform", "Industry", "Person", "Event", "Award"]
SIGNS = "东南西北中湖山海江河云天安平和新光华兴文明德永长青金玉林石田园桥港湾城"
STATUSES = ["", "done", "ongoing", "planned"]


def main():
    entities, facts, seed = map(int, sys.argv[1:4])
    draw = random.Random(seed)
    kinds = [draw.choice(KINDS) for _ in range(entities)]
    names = ["".join(draw.choice(SIGNS) for _ in range(draw.randint(2, 6))) + str(i) for i in range(entities)]
    statements, lines, edges = [], [], {}
    size = max(entities // 100, 10)
    start = 0
    while len(statements) < facts:
        # Half of the facts are about the first of a hundred neighbours; one in ten leads anywhere.
        a = draw.randrange(entities)
        home = a - a % size
        b = draw.randrange(entities) if draw.random() < 0.1 else home if draw.random() < 0.5 else min(home + draw.randrange(size), entities - 1)
        if a == b:
            continue
        a, b = min(a, b), max(a, b)
        status, year = draw.choice(STATUSES), draw.choice(["", "2021", "2022", "2023"])
        key = (a, b, status, year)
        if key in edges:
            continue
        edges[key] = True
        line = f"{names[a]}与{names[b]}有关。"
        lines.append(line)
        confidence = str(draw.randint(50, 99) / 100)
        node = {"@id": f"kg:f{len(statements)}", "@type": "Statement", "subject": f"kg:e{a:07}", "predicate": "relatedTo", "object": f"kg:e{b:07}"}
        if status:
            node["status"] = status
        if year:
            node["time"] = year
        evidence = {"@type": "TextQuote", "source": "kg:d1", "exact": line, "start": start, "end": start + len(line), "rule": "seeded", "confidence": confidence}
        statements.append({**node, "confidence": confidence, "rule": "seeded", "evidence": [evidence]})
        start += len(line)
    related = [[] for _ in range(entities)]
    for a, b, _, _ in edges:
        related[a].append(b)
    nodes = [{"@id": "kg:d1", "@type": "Document", "name": "seeded.txt", "text": "".join(lines)}]
    for i in range(entities):
        nodes.append({"@id": f"kg:e{i:07}", "@type": kinds[i], "name": names[i]})
        if related[i]:
            nodes[-1]["relatedTo"] = [f"kg:e{b:07}" for b in sorted(set(related[i]))]
    json.dump({"@context": CONTEXT, "@graph": nodes + statements}, sys.stdout, ensure_ascii=False)


main()
