"""Asks rdflib: rdflib_check.py NAME FILE.nq, with the expected answers on standard input; run by stores_check.py with the Python
that has rdflib."""
import ast
import sys

import rdflib

from answers import Report, ask_all


class Given:
    def __init__(self, answers):
        self.answers = answers

    def rdf_answers(self):
        return self.answers


rdflib.NORMALIZE_LITERALS = False
graph = rdflib.Dataset(default_union=True)
graph.parse(sys.argv[2], format='nquads')
report = Report()
ask_all(report, f'{sys.argv[1]}: rdflib', Given(ast.literal_eval(sys.stdin.read())),
        lambda query: [['' if cell is None else str(cell) for cell in row] for row in graph.query(query)])
report.end()
