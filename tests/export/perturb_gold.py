#!/usr/bin/env python3
"""Makes damaged copies of gold files and scores them with the reference scorer.

  perturb_gold.py GOLD_FOLDER OUT_FOLDER

GOLD_FOLDER holds score.py and the annotated documents. For each document and seed OUT_FOLDER gets CASE.pred (the damaged
graph, in the gold format or as JSON-LD), CASE.expected (all that score.py prints of it), and a line of `cases`: CASE, the
gold file, the text.
"""
import json
import pathlib
import random
import sys

SEEDS = 6
NAMES = [lambda n: "《" + n + "》", lambda n: n[1:] or n, lambda n: n + "二期", lambda n: n.upper(), lambda n: " " + n,
         lambda n: n.translate({c: c + 0xFEE0 for c in range(33, 127)}), lambda n: n]


def damage(gold, text, dice):
    chance = lambda p: dice.random() < p
    types = sorted({e["type"] for e in gold["entities"]})
    predicates = sorted({r["p"] for r in gold["relations"]})
    entities, relations, quantities = [], [], []
    for e in gold["entities"]:
        if chance(0.15):
            continue
        names = [dice.choice(NAMES)(n) if chance(0.3) else n for n in e["names"]]
        if chance(0.2):
            dice.shuffle(names)
        if chance(0.1):
            names.insert(0, "别名" + str(dice.randrange(9)))
        entities.append({"id": "p" + e["id"], "type": dice.choice(types) if chance(0.1) else e["type"], "names": names})
        if chance(0.1):
            entities.append({"id": "again" + e["id"], "type": e["type"], "names": names[-1:]})
    known = [e["id"] for e in entities] + ["p" + e["id"] for e in gold["entities"][:3]]

    def qualifiers(fact, keys):
        out = {}
        for key in keys:
            value = fact.get(key)
            if value is None or chance(0.15):
                continue
            if key == "time" and chance(0.3):
                value = dice.choice([value + "-09", "2019", value.replace("-", "")])
            elif key == "status" and chance(0.2):
                value = dice.choice(["done", "ongoing", "planned"])
            elif key == "amount":
                value = {"value": value["value"] * dice.choice([1, 1.001, 2]), "unit": dice.choice([value["unit"], "元", "美元"])}
            elif key in ("count", "rank") and chance(0.2):
                value += 1
            out[key] = value
        at = text.find(fact["evidence"])
        shift = dice.choice([0, 0, 0, 1, 40])
        out["quotes"] = [] if chance(0.05) else [(text[max(0, at - shift):at + 20 - shift], max(0, at - shift) + chance(0.1))]
        if chance(0.1):
            out["quotes"].append((fact["evidence"], None))
        return out

    for r in gold["relations"]:
        if chance(0.2):
            continue
        ends = ["p" + r["s"], "p" + r["o"]]
        if chance(0.1):
            ends.reverse()
        if chance(0.1):
            ends[dice.randrange(2)] = dice.choice(known)
        fact = {"s": ends[0], "p": dice.choice(predicates) if chance(0.15) else r["p"], "o": ends[1]}
        if chance(0.03):
            fact["negated"] = True
        for _ in range(1 + chance(0.1)):
            relations.append({**fact, **qualifiers(r, ("status", "time", "amount", "count", "title"))})
    for q in gold["quantities"]:
        if chance(0.2):
            continue
        fact = {"s": dice.choice(known) if chance(0.1) else "p" + q["s"], "indicator": q["indicator"], "value": q["value"], "unit": q["unit"]}
        if chance(0.3):
            fact["indicator"] = dice.choice([fact["indicator"][2:], "新增" + fact["indicator"], fact["indicator"][::-1]])
        if fact["value"] is not None and chance(0.2):
            fact["value"] = dice.choice([fact["value"] * 1.003, fact["value"] + 1, 1e17, -fact["value"], None])
        if chance(0.1):
            fact["unit"] = {"CNY": " 元", "%": "％"}.get(q["unit"], "个")
        for _ in range(1 + chance(0.1)):
            quantities.append({**fact, **qualifiers(q, ("status", "time", "bound", "change", "rank", "scope"))})
    for part in (entities, relations, quantities):
        if chance(0.5):
            dice.shuffle(part)
    return {"entities": entities, "relations": relations, "quantities": quantities}


def as_gold(graph):
    for fact in graph["relations"] + graph["quantities"]:
        quotes = fact.pop("quotes")
        fact["evidence"] = [q for q, _ in quotes] if len(quotes) != 1 else quotes[0][0]
    return graph


def as_jsonld(graph):
    decimal = lambda v: None if v is None else repr(v)
    nodes = [{"@id": "kg:" + e["id"], "@type": e["type"], "name": e["names"][0], "alternateName": e["names"][1:]}
             for e in graph["entities"]]
    for fact in graph["relations"] + graph["quantities"]:
        node = {"@id": f"kg:f{len(nodes)}", "@type": "Statement" if "p" in fact else "Observation", "subject": "kg:" + fact["s"]}
        if "p" in fact:
            node.update(predicate=fact["p"], object={"@id": "kg:" + fact["o"]})
        node.update({k: v for k, v in fact.items() if k not in ("s", "p", "o", "quotes", "amount", "value")})
        if "amount" in fact:
            node["amount"] = {"value": decimal(fact["amount"]["value"]), "unit": fact["amount"]["unit"]}
        if "indicator" in fact:
            node["value"] = decimal(fact["value"])
        node["evidence"] = [{"@type": "TextQuote", "source": "kg:d1", "exact": q, "start": s} for q, s in fact["quotes"]]
        nodes.append(node)
    return {"@context": {}, "@graph": nodes}


def main():
    folder, out = map(pathlib.Path, sys.argv[1:])
    sys.path.insert(0, str(folder))
    import score
    cases = []
    for gold_file in sorted(folder.glob("*/*.gold.json")):
        text_file = gold_file.with_name(gold_file.name.replace(".gold.json", ".txt"))
        text = text_file.read_text(encoding="utf-8")
        for seed in range(SEEDS):
            case = f"{gold_file.name.split('.')[0]}-{seed}"
            graph = damage(score.load(gold_file), text, random.Random(case))
            tree = as_gold(graph) if seed % 2 else as_jsonld(graph)
            (out / f"{case}.pred").write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
            result, detail = score.score(score.load(gold_file), score.load(out / f"{case}.pred"), text)
            lines = [score.report(result)]
            for what in ("entities", "relations", "quantities"):
                for title, rows in zip(("missed", "wrong"), detail[what]):
                    lines += ["", f"{title} ({len(rows)})"] + ["  " + row for row in rows]
            lines.append(json.dumps(result, ensure_ascii=False, indent=1))
            (out / f"{case}.expected").write_text("\n".join(lines) + "\n", encoding="utf-8")
            cases.append(f"{case}\t{gold_file}\t{text_file}\n")
    (out / "cases").write_text("".join(cases), encoding="utf-8")


if __name__ == "__main__":
    main()
