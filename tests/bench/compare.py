#!/usr/bin/env python3
"""Writes and reads the synthetic graph side by side with what users would write instead: networkx's GraphML and rdflib's
JSON-LD. One run, one graph, processor time; see docs/performance.md.

    python3 -m venv build/compare && build/compare/bin/pip install networkx rdflib
    build/compare/bin/python tests/bench/compare.py build/dev [FACTS]

FACTS is 20000, 100000 (the default) or 1000000.
"""

import io
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import networkx
import rdflib


class Counter(io.RawIOBase):
    """Takes bytes and counts them."""

    size = 0

    def writable(self):
        return True

    def write(self, data):
        self.size += len(data)
        return len(data)


def timed(work):
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def networkx_graph(nodes):
    """Facts as edges that carry all that is said of them; of several quotes the first."""
    graph = networkx.MultiDiGraph()
    for node in nodes:
        kind = node["@type"]
        if kind == "Statement":
            quote = node["evidence"][0]
            amount = node.get("amount", {})
            graph.add_edge(node["subject"], node["object"], key=node["@id"], predicate=node["predicate"],
                           status=node.get("status", ""), time=node.get("time", ""), amount=amount.get("value", ""),
                           unit=amount.get("unit", ""), confidence=float(node["confidence"]), rule=node["rule"],
                           source=quote["source"], exact=quote["exact"], start=quote["start"], end=quote["end"])
        elif kind not in ("Document", "Observation"):
            graph.add_node(node["@id"], kind=kind, name=node["name"], aliases=";".join(node.get("alternateName", [])))
    return graph


def row(who, what, seconds, size, facts):
    print(f"| {who} | {what} | {seconds:.2f} | {size / 1e6:.0f} | {size / 1e6 / seconds:.1f} | {facts / seconds:,.0f} |",
          flush=True)


def main():
    build = Path(sys.argv[1])
    facts = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    print(f"{facts} facts, networkx {networkx.__version__}, rdflib {rdflib.__version__}\n")
    print("| program | work | processor seconds | MB | MB/s | facts/s |\n| --- | --- | ---: | ---: | ---: | ---: |")
    bench = subprocess.run([build / "tests/guanxi_bench", "--benchmark_format=json", "--benchmark_min_time=0.1",
                            f"--benchmark_filter=^(write|read)/.*/{facts}$"], capture_output=True, text=True, check=True)
    for result in json.loads(bench.stdout)["benchmarks"]:
        seconds = result["cpu_time"] / 1e3
        what, name = result["name"].split("/")[:2]
        row("guanxi", f"{what} {name}", seconds, result["MB/s"] * 1e6 * seconds, facts)

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "graph.jsonld"
        with file.open("wb") as out:
            subprocess.run([build / "tests/guanxi_synthetic", str(facts)], stdout=out, check=True)
        graph = networkx_graph(json.loads(file.read_text())["@graph"])
        graphml = Path(folder) / "graph.graphml"
        seconds, _ = timed(lambda: networkx.write_graphml_xml(graph, graphml))
        row("networkx", "write GraphML", seconds, graphml.stat().st_size, facts)
        seconds, read = timed(lambda: networkx.read_graphml(graphml))
        assert read.number_of_edges() == graph.number_of_edges() == facts
        row("networkx", "read GraphML", seconds, graphml.stat().st_size, facts)
        del graph, read
        triples = rdflib.Graph()
        seconds, _ = timed(lambda: triples.parse(file, format="json-ld"))
        row("rdflib", "read JSON-LD", seconds, file.stat().st_size, facts)
        counter = Counter()
        seconds, _ = timed(lambda: triples.serialize(counter, format="json-ld", auto_compact=True))
        row("rdflib", "write JSON-LD", seconds, counter.size, facts)


if __name__ == "__main__":
    main()
