#!/usr/bin/env python3
"""Checks the algorithms behind `guanxi query` against networkx, on the same graphs.

    query_check.py PROGRAM GRAPH.jsonld...

The graphs are read here from the JSON-LD alone. Exit code 77: networkx is not there.
"""

import json
import os
import random
import subprocess
import sys
import tempfile

# The Python that ./check --engines has made, where it has.
made = os.path.join(os.environ.get("ENGINES", ""), "python", "bin", "python")
if "ENGINES" in os.environ and os.path.exists(made) and os.path.abspath(sys.executable) != os.path.abspath(made):
    os.execv(made, [made, *sys.argv])

try:
    import networkx as nx
    # The one that needs no scipy.
    from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python as pagerank
except ImportError:
    print("skipped: there is no networkx (tests/engines/requirements.txt)")
    sys.exit(77)

PROGRAM = sys.argv[1]
OVER = ["builds", "develops", "settlesIn", "supports", "locatedIn"]
checks = 0


def same(what, ours, theirs):
    global checks
    checks += 1
    if ours != theirs:
        sys.exit(f"{what}: the program says\n  {str(ours)[:2000]}\nnetworkx says\n  {str(theirs)[:2000]}")


def close(what, ours, theirs, tolerance):
    global checks
    checks += 1
    for node, value in theirs.items():
        if abs(ours[node] - value) > tolerance:
            sys.exit(f"{what}: {node} has {ours[node]}, by networkx {value}")


class Case:
    """A graph as networkx has it, and the program's answers about it."""

    def __init__(self, path):
        self.path = path
        nodes = json.load(open(path, encoding="utf-8"))["@graph"]
        self.facts = [n for n in nodes if n["@type"] == "Statement" and not n.get("negated")]
        self.multi = nx.MultiGraph()
        self.multi.add_nodes_from(
            n["@id"] for n in nodes if n["@type"] not in ("Document", "Statement", "Observation"))
        self.multi.add_edges_from((f["subject"], f["object"]) for f in self.facts)
        self.simple = nx.Graph(self.multi)

    def ask(self, *words):
        out = subprocess.run([PROGRAM, "query", self.path, *words, "--json"], check=True, capture_output=True)
        return json.loads(out.stdout)

    def needs(self, over):
        """A digraph from what needs to what is needed."""
        graph = nx.DiGraph()
        for fact in self.facts:
            if fact["predicate"] == "partOf":
                graph.add_edge(fact["object"], fact["subject"])
            elif fact["predicate"] == "dependsOn" or fact["predicate"] in over:
                graph.add_edge(fact["subject"], fact["object"])
        return graph


def iri(entity):
    return "kg:" + entity["id"]


def check_top(case):
    def scores(by, key):
        rows = case.ask("top", "--by", by, "--limit", "1000000")["entities"]
        return {iri(row["entity"]): row[key] for row in rows}

    same("degree", scores("degree", "facts"), dict(case.multi.degree()))
    close("pagerank", scores("pagerank", "pagerank"), pagerank(case.multi, tol=1e-12, max_iter=1000), 2e-3)
    if len(case.simple) <= 500:
        close("betweenness", scores("betweenness", "betweenness"), nx.betweenness_centrality(case.simple), 1e-9)


def check_components(case):
    ours = {frozenset(map(iri, row["members"])) for row in case.ask("components")["parts"]}
    same("components", ours, {frozenset(c) for c in nx.connected_components(case.simple) if len(c) > 1})


def check_groups(case):
    answer = case.ask("groups")
    groups = [set(map(iri, row["members"])) for row in answer["groups"]]
    alone = set(case.simple) - set().union(*groups)
    same("each entity is in one group", sum(map(len, groups)) + len(alone), len(case.simple))
    for group in groups:
        same("a group is connected", nx.is_connected(case.simple.subgraph(group)), True)
    if not case.facts:
        return
    found = nx.community.modularity(case.multi, groups + [{one} for one in alone])
    best = max(nx.community.modularity(case.multi, nx.community.louvain_communities(case.multi, seed=seed))
               for seed in range(3))
    close("modularity", {"it": answer["modularity"]}, {"it": found}, 1e-9)
    same("modularity is not far below that of networkx", found >= best - 0.03, True)


def check_critical(case):
    answer = case.ask("critical")
    same("articulation points", {iri(row["entity"]) for row in answer["entities"]},
         set(nx.articulation_points(case.simple)))
    same("bridges", {frozenset((iri(row["fact"]["subject"]), iri(row["fact"]["object"]))) for row in answer["facts"]},
         {frozenset(bridge[:2]) for bridge in nx.bridges(case.multi)})
    # What falls apart, found by taking it away.
    for row in answer["entities"][:10]:
        entity = iri(row["entity"])
        part = case.simple.subgraph(nx.node_connected_component(case.simple, entity) - {entity})
        sizes = [len(c) for c in nx.connected_components(part)]
        same("pieces of " + entity, (row["pieces"], row["cuts_off"]), (len(sizes), sum(sizes) - max(sizes)))
    for row in answer["facts"][:10]:
        ends = iri(row["fact"]["subject"]), iri(row["fact"]["object"])
        cut = case.simple.subgraph(nx.node_connected_component(case.simple, ends[0])).copy()
        cut.remove_edge(*ends)
        same("a bridge cuts off", row["cuts_off"], min(len(c) for c in nx.connected_components(cut)))


def check_needs(case):
    for over in ([], OVER):
        options = ["--over", ",".join(over)] if over else []
        graph = case.needs(over)
        condensed = nx.condensation(graph)
        rows = case.ask("order", *options)["order"]
        levels = {}
        for row in rows:
            levels.setdefault(row["level"], set()).add(iri(row["entity"]))
        generations = [set().union(*(condensed.nodes[c]["members"] for c in generation))
                       for generation in nx.topological_generations(condensed.reverse())]
        same("order", [levels[i] for i in sorted(levels)], generations)
        same("rings of the order", {iri(row["entity"]) for row in rows if "ring" in row},
             set().union(*(c for c in nx.strongly_connected_components(graph) if len(c) > 1)))
        for node in random.Random(1).sample(sorted(graph), min(12, len(graph))):
            deps = case.ask("deps", node[3:], *options)["needs"]
            same("deps of " + node, {iri(row["needed"]) for row in deps} - {node}, nx.descendants(graph, node))
            depths = nx.single_source_shortest_path_length(graph, node)
            same("depths of the deps of " + node, {row["depth"] == depths[iri(row["by"])] + 1 for row in deps} - {True},
                 set())
            impact = case.ask("impact", node[3:], *options)["needs"]
            same("impact of " + node, {iri(row["needs_it"]) for row in impact} - {node}, nx.ancestors(graph, node))
        answer = case.ask("cycles", *options)
        if "more_than" in answer:
            continue
        ours = {}
        for row in answer["steps"]:
            ours.setdefault(row["cycle"], []).append((iri(row["needs_it"]), iri(row["needed"])))
        same("cycles", {frozenset(steps) for steps in ours.values()},
             {frozenset(zip(c, c[1:] + c[:1])) for c in nx.simple_cycles(graph)})
        same("each cycle once", len(ours), answer["cycles"])


def check_paths(case):
    chosen = random.Random(2)
    nodes = sorted(case.simple)
    hub = max(nodes, key=lambda n: (case.multi.degree(n), n)) if nodes else None
    for _ in range(min(15, len(nodes) // 2)):
        a, b = chosen.sample(nodes, 2)
        steps = case.ask("path", a[3:], b[3:])["steps"]
        length = nx.shortest_path_length(case.simple, a, b) if nx.has_path(case.simple, a, b) else 0
        same(f"length of the path {a} {b}", len({row["step"] for row in steps}), length)
        answer = case.ask("path", a[3:], b[3:], "--all", "--longest", "3")
        if "more_than" not in answer:
            theirs = sorted(len(p) - 1 for p in nx.all_simple_paths(case.simple, a, b, cutoff=3))
            same(f"all paths {a} {b}", [row["facts"] for row in answer["paths"]], theirs)
            ours = {}
            for row in answer["steps"]:
                ours.setdefault(row["path"], set()).add(
                    frozenset((iri(row["fact"]["subject"]), iri(row["fact"]["object"]))))
            same(f"steps of all paths {a} {b}", {frozenset(steps) for steps in ours.values()},
                 {frozenset(frozenset(edge) for edge in zip(p, p[1:]))
                  for p in nx.all_simple_paths(case.simple, a, b, cutoff=3)})
        shared = {iri(row["shared"]) for row in case.ask("common", a[3:], b[3:])["shared"]}
        same(f"common {a} {b}", shared, set(nx.common_neighbors(case.simple, a, b)) - {a, b})
        away = nx.single_source_shortest_path_length(case.simple, a, cutoff=2)
        near = {iri(row["fact"][end]) for row in case.ask("around", a[3:], "--hops", "2")["facts"]
                for end in ("subject", "object")}
        # Denied facts stand around an entity, too, but join nothing.
        same(f"around {a}", set(away) - {a} <= near | {a}, True)
        if a != hub and b != hub:
            without = case.simple.subgraph(set(case.simple) - {hub})
            steps = case.ask("path", a[3:], b[3:], "--without", hub[3:])["steps"]
            length = nx.shortest_path_length(without, a, b) if nx.has_path(without, a, b) else 0
            same(f"length of the path {a} {b} without {hub}", len({row["step"] for row in steps}), length)


def random_graph(path, seed, entities, facts):
    """Facts that any kind may have, so that rings, blocks and groups of every shape come up."""
    chosen = random.Random(seed)
    quote = "甲项目与乙项目。"
    nodes = [{"@id": "kg:d1", "@type": "Document", "name": "a.txt", "text": quote}]
    for i in range(entities):
        nodes.append({"@id": f"kg:e{i}", "@type": "Project", "name": f"第{i}项目"})
    statements = {}
    for _ in range(facts):
        a, b = chosen.sample(range(entities), 2)
        predicate = chosen.choice(["partOf", "dependsOn", "dependsOn"])
        time = chosen.choice(["2024", "2025"])
        statements[(a, b, predicate, time)] = None
    for number, (a, b, predicate, time) in enumerate(statements):
        direct = nodes[1 + a].setdefault(predicate, [])
        if f"kg:e{b}" not in direct:
            direct.append(f"kg:e{b}")
        nodes.append({
            "@id": f"kg:f{number}", "@type": "Statement", "subject": f"kg:e{a}", "predicate": predicate,
            "object": f"kg:e{b}", "status": "planned", "time": time, "confidence": "0.9", "rule": "by-hand",
            "evidence": [{"@type": "TextQuote", "source": "kg:d1", "exact": quote, "start": 0, "end": len(quote),
                          "rule": "by-hand", "confidence": "0.9"}]})
    context = json.load(open(sys.argv[2], encoding="utf-8"))["@context"]
    json.dump({"@context": context, "@graph": nodes}, open(path, "w", encoding="utf-8"), ensure_ascii=False)


def check(path):
    case = Case(path)
    for one in (check_top, check_components, check_groups, check_critical, check_needs, check_paths):
        one(case)


for graph in sys.argv[2:]:
    check(graph)
with tempfile.TemporaryDirectory() as folder:
    for seed, (entities, facts) in enumerate([(2, 1), (8, 6), (12, 14), (20, 26), (40, 44), (60, 120), (200, 230)]):
        made = f"{folder}/random{seed}.jsonld"
        random_graph(made, seed, entities, facts)
        check(made)
print(f"{checks} answers agree with networkx {nx.__version__}")
sys.exit(0 if checks > 0 else 1)
