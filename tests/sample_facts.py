#!/usr/bin/env python3
"""Prints facts of a relation, drawn by a fixed seed, with their sentences, to be read by a person.

  sample_facts.py RELATION FACTS.jsonl [--seed N] [--count N] [--of-a-document N]
  sample_facts.py RELATION FOLDER --program PROGRAM [the same options]

FACTS.jsonl comes from `guanxi build FOLDER -o FACTS.jsonl`. At most two facts of a document are taken, unless --of-a-document says
otherwise. Each is shown as number, confidence, rule, subject (kind) → object (kind), status and what else is said, then the sentence,
shortened, with subject and object marked.
"""
import argparse
import collections
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

AROUND = 40  # characters kept on each side of what is marked


def facts_of(args):
    if args.facts.suffix == ".jsonl":
        return args.facts.read_text(encoding="utf-8")
    if args.program is None:
        sys.exit("a folder needs --program")
    with tempfile.TemporaryDirectory() as work:
        facts = pathlib.Path(work) / "facts.jsonl"
        subprocess.run([args.program, "build", args.facts, "--quiet", "-o", facts], check=True)
        return facts.read_text(encoding="utf-8")


def drawn(facts, seed, count, of_a_document):
    """The order is by id before it is by chance, so that it depends on nothing else."""
    facts = sorted(facts, key=lambda fact: fact["id"])
    random.Random(seed).shuffle(facts)
    taken, used = [], collections.Counter()
    for fact in facts:
        document = fact["evidence"][0]["source"]["id"]
        if len(taken) < count and used[document] < of_a_document:
            used[document] += 1
            taken.append(fact)
    return taken


def shortened(sentence, names):
    """The sentence with the names marked and what is far from them left out."""
    sentence = " ".join(sentence.split())
    keep, marks = set(), {}
    for name in names:
        for at in (found.start() for found in re.finditer(re.escape(name), sentence)):
            keep.update(range(at - AROUND, at + len(name) + AROUND))
            marks[at], marks[at + len(name)] = "[", "]"
    text = ""
    for i, character in enumerate(sentence + " "):
        text += marks.get(i, "")
        if not keep or i in keep:
            text += character
        elif not text.endswith("…"):
            text += "…"
    return text.strip()


def surface(entity, sentence):
    """The longest of its names that the sentence has."""
    names = [entity["name"], *entity.get("alternateName", [])]
    return max((name for name in names if name in sentence), key=len, default=entity["name"])


def shown(number, fact):
    subject, thing, evidence = fact["subject"], fact["object"], fact["evidence"][0]
    said = [key if fact[key] is True else str(fact[key]) for key in ("status", "time", "title", "count", "negated") if fact.get(key)]
    if "amount" in fact:
        said.append(json.dumps(fact["amount"], ensure_ascii=False))
    names = [surface(entity, evidence["exact"]) for entity in (subject, thing)]
    return (f"{number}. {fact['confidence']} {evidence['rule']}  {subject['name']} ({subject['kind']}) → "
            f"{thing['name']} ({thing['kind']})  {', '.join(said)}\n   {shortened(evidence['exact'], names)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("relation")
    parser.add_argument("facts", type=pathlib.Path)
    parser.add_argument("--program")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--of-a-document", type=int, default=2)
    args = parser.parse_args()
    facts = [json.loads(line) for line in facts_of(args).splitlines()]
    facts = [fact for fact in facts if fact.get("predicate") == args.relation]
    taken = drawn(facts, args.seed, args.count, args.of_a_document)
    print(f"{args.relation}: {len(taken)} of {len(facts)} facts, seed {args.seed}")
    for number, fact in enumerate(taken, 1):
        print(shown(number, fact))


if __name__ == "__main__":
    main()
