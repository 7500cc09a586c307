#!/usr/bin/env python3
"""Prints how often what has a confidence is right, over all annotated documents of a folder, as Markdown.

  calibration.py PROGRAM FOLDER [--svg FILE]        FOLDER holds NAME.gold.json beside NAME.txt and lies beside score.py

Right is what score.py counts as right; what it leaves out (what is optional) is left out. The confidence of a relation or a quantity is
that of the graph. The graph saves none of an entity: it is the highest of its mentions, which `PROGRAM trace` shows.
The weights of the program must not have been learned from
FOLDER, or more seems right than is.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

EDGES = (0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1)
SORTS = ("relations", "entities", "quantities")
FEWEST = 5  # items of a bin that the plot shows
MANY = 30   # items of a bin whose dot is filled

Item = collections.namedtuple("Item", "confidence right")


def confidences_of_mentions(trace, kinds):
    """The highest confidence of the mentions by the name of their entity, and by its name and their kind."""
    row = re.compile(r"\s*(.*?)\s{2,}(%s)\s{2,}(?:\S+\s{2,})?([01]\.\d\d)(?:\s{2,}is (.*))?$" % "|".join(kinds))
    surest = collections.defaultdict(float)
    block = ""
    for line in trace.splitlines():
        begins = re.match(r" {3}(\w+)", line)
        if not line.startswith(" " * 14):
            block = begins.group(1) if begins else ""
        found = row.match(line[14:]) if block == "mentions" else None
        if found:
            name = found.group(4) or found.group(1)
            for key in (name, (name, found.group(2))):
                surest[key] = max(surest[key], float(found.group(3)))
    return surest


def judged_entities(scorer, gold, pred):
    """Pairs of an entity and whether it is right."""
    optional = {g["id"] for g in gold["entities"] if g.get("optional")}
    alias, taken = scorer.match_entities(gold["entities"], pred["entities"])
    good = {id(taken[g["id"]]) for g in gold["entities"] if g["id"] in taken and taken[g["id"]]["type"] == g["type"]}
    return [(e, id(e) in good) for e in pred["entities"] if alias.get(e["id"]) not in optional]


def judged_relations(scorer, gold, pred):
    """Pairs of the relations that are one to the scorer, and whether they are right."""
    optional = {g["id"] for g in gold["entities"] if g.get("optional")}
    alias, _ = scorer.match_entities(gold["entities"], pred["entities"])

    def key(rel, ends):
        s, o = ends(rel["s"]), ends(rel["o"])
        if rel["p"] in scorer.SYMMETRIC and str(o) < str(s):
            s, o = o, s
        return s, rel["p"], o, bool(rel.get("negated"))

    wanted, spare, given = set(), set(), {}
    for rel in gold["relations"]:
        free = rel.get("optional") or rel["s"] in optional or rel["o"] in optional
        (spare if free else wanted).add(key(rel, lambda i: i))
    for rel in pred["relations"]:
        given.setdefault(key(rel, lambda i: alias.get(i, f"?{i}")), []).append(rel)
    free_pairs = {frozenset((k[0], k[2])) for k in spare}
    judged = []
    for k, relations in given.items():
        pair = frozenset((k[0], k[2]))
        if k in wanted:
            judged.append((relations, True))
        elif k in spare:
            continue
        elif pair in free_pairs:  # one debatable reading a pair
            free_pairs.remove(pair)
        else:
            judged.append((relations, False))
    return judged


def judged_quantities(scorer, gold, pred):
    """Pairs of a quantity and whether it is right."""
    alias, _ = scorer.match_entities(gold["entities"], pred["entities"])
    candidates = []
    for i, q in enumerate(pred["quantities"]):
        for j, g in enumerate(gold["quantities"]):
            loose = g.get("bound") == "approx" or scorer.unit(g.get("unit")) == "%"
            if alias.get(q["s"]) != g["s"] or not scorer.close(q.get("value"), g.get("value"), loose):
                continue
            if g.get("value") is None and (q.get("rank") is None or float(q["rank"]) != float(g.get("rank") or 0)):
                continue
            like = scorer.likeness(q.get("indicator"), g.get("indicator"))
            if scorer.unit(q.get("unit")) == scorer.unit(g.get("unit")) and like >= 0.34:
                candidates.append((-like, i, j))
    mine, theirs = {}, set()
    for _, i, j in sorted(candidates):
        if i not in mine and j not in theirs:
            mine[i] = j
            theirs.add(j)
    optional = {j for j, g in enumerate(gold["quantities"]) if g.get("optional")}
    spare = {i for i, j in mine.items() if j in optional} | {i for _, i, j in candidates if i not in mine and j in optional}
    return [(q, i in mine) for i, q in enumerate(pred["quantities"]) if i not in spare]


def items_of(program, scorer, gold_file, work):
    """The items of a document by sort, and how many entities have no mention that the trace shows."""
    text = gold_file.with_name(gold_file.name.replace(".gold.json", ".txt"))
    graph = pathlib.Path(work) / "graph.jsonld"
    subprocess.run([program, "build", text, "--quiet", "-o", graph], check=True)
    trace = subprocess.run([program, "trace", text], check=True, capture_output=True, encoding="utf-8").stdout
    gold, pred = scorer.load(gold_file), scorer.load(graph)
    tree = json.loads(graph.read_text(encoding="utf-8"))
    surest = confidences_of_mentions(trace, scorer.TYPES)
    # The reader of score.py keeps the order of the graph, but no confidence.
    for sort, kind in (("relations", "Statement"), ("quantities", "Observation")):
        nodes = [n for n in scorer.as_list(tree["@graph"]) if kind in scorer.as_list(n["@type"])]
        for fact, node in zip(pred[sort], nodes, strict=True):
            fact["confidence"] = float(node["confidence"])

    judged = {"entities": judged_entities(scorer, gold, pred), "relations": judged_relations(scorer, gold, pred),
              "quantities": judged_quantities(scorer, gold, pred)}
    result, _ = scorer.score(gold, pred)
    for sort, name in (("entities", "entity"), ("relations", "relation"), ("quantities", "quantity")):
        counted = (sum(right for _, right in judged[sort]), len(judged[sort]))
        if counted != (result[name]["hits"], result[name]["pred"]):
            sys.exit(f"{gold_file.name}: score.py has other {sort} right: {result[name]}, not {counted}")

    def confidence_of_entity(e):
        return surest.get((e["names"][0], e["type"])) or surest.get(e["names"][0])

    items = {"relations": [Item(max(r["confidence"] for r in said), right) for said, right in judged["relations"]],
             "quantities": [Item(q["confidence"], right) for q, right in judged["quantities"]]}
    known = [Item(confidence_of_entity(e), right) for e, right in judged["entities"]]
    items["entities"] = [item for item in known if item.confidence is not None]
    return items, len(known) - len(items["entities"])


def mean(values):
    values = list(values)
    return sum(values) / len(values)


def bins(items):
    """Of each bin that has items: its edges, their number, mean confidence and the share that is right."""
    for low, high in zip(EDGES, EDGES[1:]):
        inside = [i for i in items if low <= i.confidence and (i.confidence < high or high == EDGES[-1])]
        if inside:
            yield low, high, len(inside), mean(i.confidence for i in inside), mean(i.right for i in inside)


def calibration_error(items):
    """How far the mean confidence of a bin is from the share that is right, over all items."""
    return sum(n * abs(confidence - right) for _, _, n, confidence, right in bins(items)) / len(items)


def tables(items):
    for sort in SORTS:
        print(f"| confidence of {sort} | number | mean confidence | share right |\n| --- | --- | --- | --- |")
        for low, high, n, confidence, right in bins(items[sort]):
            print(f"| {low:g}–{high:g} | {n} | {confidence:.2f} | {right:.2f} |")
        everything = items[sort]
        print(f"| all | {len(everything)} | {mean(i.confidence for i in everything):.2f} | {mean(i.right for i in everything):.2f} |")
        print(f"\nexpected calibration error {calibration_error(everything):.3f}\n")


def plot(items):
    """A reliability diagram as SVG."""
    left, top, side = 70, 48, 420
    colours = dict(zip(SORTS, ("#1f5fa8", "#c2571a", "#2e7d4f")))
    x = lambda value: left + side * value
    y = lambda value: top + side * (1 - value)
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left + side + 30} {top + side + 64}" '
           'font-family="sans-serif" font-size="13" fill="#222">',
           '<title>How often what has a confidence is right</title>', '<rect width="100%" height="100%" fill="#fff"/>',
           f'<text x="{x(0.5):g}" y="26" text-anchor="middle" font-size="15">How often what has a confidence is right</text>']
    for tenth in range(0, 11, 2):
        at = tenth / 10
        out += [f'<path d="M{x(at):g} {y(0):g}V{y(1):g}M{x(0):g} {y(at):g}H{x(1):g}" stroke="#ddd"/>',
                f'<text x="{x(at):g}" y="{y(0) + 20:g}" text-anchor="middle">{at:.1f}</text>',
                f'<text x="{x(0) - 8:g}" y="{y(at) + 4:g}" text-anchor="end">{at:.1f}</text>']
    out += [f'<rect x="{left}" y="{top}" width="{side}" height="{side}" fill="none" stroke="#888"/>',
            f'<path d="M{x(0):g} {y(0):g}L{x(1):g} {y(1):g}" stroke="#888" stroke-dasharray="5 4"/>',
            f'<text x="{x(0.5):g}" y="{y(0) + 46:g}" text-anchor="middle">mean confidence of a bin</text>',
            f'<text transform="translate(24 {y(0.5):g}) rotate(-90)" text-anchor="middle">share that is right</text>']
    for i, sort in enumerate(SORTS):
        colour = colours[sort]
        points = [(x(confidence), y(right), colour if n >= MANY else "#fff")
                  for _, _, n, confidence, right in bins(items[sort]) if n >= FEWEST]
        line = " ".join(f"{a:.1f},{b:.1f}" for a, b, _ in points)
        out.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        out += [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="4" fill="{fill}" stroke="{colour}" stroke-width="1.5"/>' for a, b, fill in points]
        legend = top + 22 + 20 * i
        out += [f'<path d="M{left + 14} {legend}h26" stroke="{colour}" stroke-width="2"/>',
                f'<circle cx="{left + 27}" cy="{legend}" r="4" fill="{colour}"/>',
                f'<text x="{left + 48}" y="{legend + 4}">{sort} ({len(items[sort])})</text>']
    out += [f'<path d="M{left + 14} {top + 82}h26" stroke="#888" stroke-dasharray="5 4"/>',
            f'<text x="{left + 48}" y="{top + 86}">as it should be</text>',
            f'<circle cx="{left + 27}" cy="{top + 102}" r="4" fill="#fff" stroke="#555" stroke-width="1.5"/>',
            f'<text x="{left + 48}" y="{top + 106}">bin of fewer than {MANY}</text>', '</svg>']
    return "\n".join(out) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--svg", type=pathlib.Path)
    args = parser.parse_args()
    sys.path.insert(0, str(args.folder.resolve().parent))
    import score as scorer

    items, unknown = collections.defaultdict(list), 0
    for gold_file in sorted(args.folder.glob("*.gold.json")):
        with tempfile.TemporaryDirectory() as work:
            found, without = items_of(args.program, scorer, gold_file, work)
        unknown += without
        for sort in SORTS:
            items[sort] += found[sort]
    if not all(items[sort] for sort in SORTS):
        sys.exit(f"{args.folder} has no annotated document, or nothing is found in them")
    tables(items)
    if unknown:
        print(f"entities without a mention that the trace shows, left out: {unknown}\n")
    if args.svg:
        args.svg.write_text(plot(items), encoding="utf-8")


if __name__ == "__main__":
    main()
