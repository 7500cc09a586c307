"""Checks docs/shapes.ttl with pyshacl, by the Python that has it (stands in $ENGINES):

    shapes_check.py FILE.jsonld ...

Every file, as Turtle, conforms; and for each rule of the shapes a small graph that is broken in this one place does not, for this
rule. $GUANXI is the program.
"""
import sys
import tempfile
from pathlib import Path

from answers import Report, guanxi, skip

try:
    import pyshacl
    from rdflib import BNode, Graph, Literal, Namespace, RDF, URIRef, XSD
except ImportError:
    skip('pyshacl and rdflib (PyPI)')

HERE = Path(__file__).parent
GX = Namespace('https://guanxi.example/vocabulary#')
GXS = Namespace('https://guanxi.example/shapes#')
KG = Namespace('https://guanxi.example/id/')
SCHEMA = Namespace('https://schema.org/')
OA = Namespace('http://www.w3.org/ns/oa#')
PROV = Namespace('http://www.w3.org/ns/prov#')
SH = Namespace('http://www.w3.org/ns/shacl#')


class Small:
    """A graph to break: tests/golden/cli/small.jsonld, and the nodes that the mutations name."""

    def __init__(self, turtle):
        g = self.graph = Graph().parse(data=turtle, format='turtle')
        self.document = g.value(None, RDF.type, SCHEMA.DigitalDocument)
        self.entity = g.value(None, SCHEMA.name, Literal('东湖产业园'))
        self.denied = g.value(None, GX.negated, Literal(True))
        self.planned = g.value(None, GX.status, GX.planned)
        self.amount = g.value(self.planned, GX.amount)
        self.observation = g.value(None, RDF.type, SCHEMA.Observation)
        self.quote = g.value(self.planned, PROV.wasDerivedFrom)
        assert None not in vars(self).values()

    def set(self, subject, predicate, value):
        self.graph.set((subject, predicate, value))

    def add(self, subject, predicate, value):
        self.graph.add((subject, predicate, value))

    def drop(self, subject, predicate):
        self.graph.remove((subject, predicate, None))

    def move_edge(self, fact, key, end):
        """A fact with another end, and its edge with it."""
        g = self.graph
        edge = [g.value(fact, RDF.subject), g.value(fact, RDF.predicate), g.value(fact, RDF.object)]
        g.remove(tuple(edge))
        edge[0 if key == RDF.subject else 2] = end
        g.add(tuple(edge))
        self.set(fact, key, end)

    def relation(self, name, subject_kind, object_kind):
        """A new fact of this relation between two new entities of these kinds."""
        ends = []
        for i, kind in enumerate((subject_kind, object_kind)):
            end = KG[f'new{i}']
            self.add(end, RDF.type, kind)
            self.add(end, SCHEMA.name, Literal(f'新{i}'))
            ends.append(end)
        self.add(ends[0], GX[name], ends[1])
        for key, value in ((RDF.subject, ends[0]), (RDF.predicate, GX[name]), (RDF.object, ends[1])):
            self.set(self.planned, key, value)


text = Literal
decimal = lambda value: Literal(value, datatype=XSD.decimal)
integer = lambda value: Literal(value, datatype=XSD.integer)

# Rule to mutations.
BROKEN = {
    'documentName': [lambda s: s.add(s.document, SCHEMA.name, text('另一个'))],
    'documentDate': [lambda s: s.set(s.document, SCHEMA.datePublished, text('2022年')),
                     lambda s: [s.add(s.document, SCHEMA.datePublished, text(d)) for d in ('2021', '2022')]],
    'documentHash': [lambda s: s.set(s.document, SCHEMA.sha256, text('abc'))],
    'documentText': [lambda s: s.add(s.document, SCHEMA.text, text('青', lang='zh'))],
    'kind': [lambda s: s.add(s.entity, RDF.type, GX.Place)],
    'name': [lambda s: s.drop(s.entity, SCHEMA.name), lambda s: s.add(s.entity, SCHEMA.name, text('二')),
             lambda s: s.set(s.entity, SCHEMA.name, text('湖', lang='zh')), lambda s: s.set(s.entity, SCHEMA.name, text(''))],
    'otherName': [lambda s: s.add(s.entity, SCHEMA.alternateName, text('东湖产业园'))],
    'code': [lambda s: [s.add(s.entity, GX.code, text(c)) for c in ('1', '2')]],
    'within': [lambda s: s.add(s.entity, GX.within, s.document)],
    'subject': [lambda s: s.move_edge(s.planned, RDF.subject, s.document), lambda s: s.drop(s.planned, RDF.subject)],
    'predicate': [lambda s: s.set(s.denied, RDF.predicate, GX.likes), lambda s: s.drop(s.planned, RDF.predicate)],
    'object': [lambda s: s.move_edge(s.planned, RDF.object, s.document), lambda s: s.drop(s.planned, RDF.object)],
    'status': [lambda s: s.set(s.planned, GX.status, GX.soon), lambda s: s.add(s.planned, GX.status, GX.done)],
    'time': [lambda s: s.set(s.planned, GX.time, text('明年'))],
    'amount': [lambda s: s.add(s.planned, GX.amount, BNode()), lambda s: s.set(s.amount, SCHEMA.value, text('18.6亿')),
               lambda s: s.drop(s.amount, SCHEMA.value), lambda s: s.add(s.amount, SCHEMA.unitText, text('USD'))],
    'count': [lambda s: s.set(s.planned, GX['count'], text('3'))],
    'title': [lambda s: [s.add(s.planned, GX.title, text(t)) for t in ('市长', '书记')]],
    'negated': [lambda s: s.set(s.planned, GX.negated, Literal(False))],
    'confidence': [lambda s: s.set(s.planned, GX.confidence, decimal('1.2')), lambda s: s.drop(s.quote, GX.confidence),
                   lambda s: s.set(s.observation, GX.confidence, text('0.9'))],
    'rule': [lambda s: s.add(s.planned, GX.rule, text('another'))],
    'evidence': [lambda s: s.drop(s.planned, PROV.wasDerivedFrom), lambda s: s.set(s.observation, PROV.wasDerivedFrom, s.entity)],
    'twoEnds': [lambda s: s.move_edge(s.planned, RDF.object, s.graph.value(s.planned, RDF.subject))],
    'edge': [lambda s: s.drop(s.graph.value(s.planned, RDF.subject), s.graph.value(s.planned, RDF.predicate))],
    'noEdge': [lambda s: s.add(*(s.graph.value(s.denied, key) for key in (RDF.subject, RDF.predicate, RDF.object)))],
    'surest': [lambda s: s.set(s.planned, GX.confidence, decimal('0.3'))],
    'Observation': [lambda s: [s.drop(s.observation, p) for p in (SCHEMA.value, GX['rank'])]],
    'about': [lambda s: s.drop(s.observation, SCHEMA.observationAbout),
              lambda s: s.set(s.observation, SCHEMA.observationAbout, s.document)],
    'indicator': [lambda s: s.add(s.observation, GX.indicator, text('另一个'))],
    'value': [lambda s: s.set(s.observation, SCHEMA.value, Literal(320.0))],
    'unit': [lambda s: s.add(s.observation, SCHEMA.unitText, text('个'))],
    'bound': [lambda s: s.set(s.observation, GX.bound, GX.done)],
    'change': [lambda s: s.set(s.observation, GX.change, text('true'))],
    'rank': [lambda s: s.set(s.observation, GX['rank'], text('第一'))],
    'scope': [lambda s: s.add(s.observation, GX.scope, text('全省'))],
    'source': [lambda s: s.set(s.quote, OA.hasSource, s.entity), lambda s: s.drop(s.quote, OA.hasSource)],
    'exact': [lambda s: s.drop(s.quote, OA.exact)],
    'start': [lambda s: s.set(s.quote, OA.start, s.graph.value(s.quote, OA.end)), lambda s: s.set(s.quote, OA.start, integer('-1'))],
    'end': [lambda s: s.set(s.quote, OA.end, text('76')), lambda s: s.drop(s.quote, OA.end)],
    'length': [lambda s: s.set(s.quote, OA.end, integer(str(int(s.graph.value(s.quote, OA.end)) + 1)))],
    'stands': [lambda s: s.set(s.document, SCHEMA.text, text('别' + str(s.graph.value(s.document, SCHEMA.text))))],
    'statedEdge': [lambda s: s.add(s.entity, GX.relatedTo, s.graph.value(s.planned, RDF.subject))],
}


def kinds_of(shapes, shape):
    """The kinds that a shape of one end of a relation allows."""
    return list(shapes.items(shapes.value(shape, SH['in'])))


def add_relations(shapes):
    """Each relation with an end of a kind that it cannot have."""
    kinds = list(shapes.objects(GXS.Entity, SH.targetClass))
    for side, target in (('Subject', SH.targetSubjectsOf), ('Object', SH.targetObjectsOf)):
        for shape in shapes.subjects(target, None):
            name = str(shape).removeprefix(str(GXS))
            if not name.endswith(side):
                continue
            relation = name.removesuffix(side)
            other = GXS[relation + ('Object' if side == 'Subject' else 'Subject')]
            wrong = next(k for k in sorted(kinds) if k not in kinds_of(shapes, shape))
            right = kinds_of(shapes, other)[0] if (other, None, None) in shapes else kinds[0]
            ends = (wrong, right) if side == 'Subject' else (right, wrong)
            BROKEN[name] = [lambda s, r=relation, e=ends: s.relation(r, *e)]


def rules_of(shapes):
    """What can be broken: property shapes, constraints in SPARQL, and what joins what. A shape that another refers to is that
    one's."""
    named = {s for s in shapes.subjects() if isinstance(s, URIRef) and str(s).startswith(str(GXS)) and s != GXS['']}
    groups = {GXS[n] for n in 'Document Entity Statement TextQuote Amount isEntity stated'.split()}
    inner = {GXS[n] for n in 'amountValue amountUnit isOfAKind'.split()}  # of gxs:amount, gxs:subject and the like
    return {str(s).removeprefix(str(GXS)) for s in named - groups - inner}


def violations(graph, shapes):
    """The rules that a graph breaks."""
    conforms, results, _ = pyshacl.validate(graph, shacl_graph=shapes, inplace=True)
    found = set()
    for result in results.subjects(RDF.type, SH.ValidationResult):
        for key in (SH.sourceShape, SH.sourceConstraint):
            found.update(str(v).removeprefix(str(GXS)) for v in results.objects(result, key) if isinstance(v, URIRef))
    # A constraint in SPARQL is named by its message.
    messages = {str(m) for m in results.objects(None, SH.resultMessage)}
    for constraint, message in shapes.subject_objects(SH.message):
        if str(message) in messages:
            found.add(str(constraint).removeprefix(str(GXS)))
    assert conforms == (not found or found == {''}), found
    return found


def main():
    shapes = Graph().parse(HERE.parent.parent / 'docs' / 'shapes.ttl')
    add_relations(shapes)
    report = Report()
    with tempfile.TemporaryDirectory(prefix='shapes-check-') as folder:
        turtle = Path(folder, 'graph.ttl')
        for file in sys.argv[1:]:
            guanxi('convert', '-q', file, '-o', turtle)
            report.equal(f'{Path(file).name} conforms', violations(Graph().parse(turtle), shapes), set())
        guanxi('convert', '-q', HERE.parent / 'golden' / 'cli' / 'small.jsonld', '-o', turtle)
        small = turtle.read_text(encoding='utf-8')
    report.equal('the small graph conforms', violations(Small(small).graph, shapes), set())
    report.equal('every rule is broken by a mutation', sorted(BROKEN), sorted(rules_of(shapes)))
    for rule, mutations in BROKEN.items():
        for i, mutate in enumerate(mutations):
            broken = Small(small)
            mutate(broken)
            found = violations(broken.graph, shapes)
            report.equal(f'{rule}, broken in way {i + 1}, is found', rule in found or found, True)
    report.end()


main()
