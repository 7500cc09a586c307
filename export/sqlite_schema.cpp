#include "export/sqlite_schema.hpp"

namespace guanxi {

// `id` is the place in the graph, from 1; `uid` the id that the thing has in every graph and every form.
const char* const sqlite_tables = R"sql(
CREATE TABLE kind (id TEXT PRIMARY KEY, label_zh TEXT NOT NULL, label_en TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE predicate (
  id TEXT PRIMARY KEY, label_zh TEXT NOT NULL, label_en TEXT NOT NULL, symmetric INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE document (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, name TEXT, title TEXT, date TEXT, place TEXT, publisher TEXT,
  sha256 TEXT, text TEXT);
CREATE TABLE author (
  document INTEGER NOT NULL REFERENCES document, position INTEGER NOT NULL, name TEXT,
  PRIMARY KEY (document, position)) WITHOUT ROWID;
CREATE TABLE entity (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, kind TEXT NOT NULL REFERENCES kind, name TEXT NOT NULL, code TEXT,
  within TEXT);
CREATE TABLE alias (
  entity INTEGER NOT NULL REFERENCES entity, name TEXT NOT NULL, PRIMARY KEY (entity, name)) WITHOUT ROWID;
CREATE TABLE quote (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document, "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL, text TEXT NOT NULL);
CREATE TABLE fact (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, subject INTEGER NOT NULL REFERENCES entity,
  predicate TEXT NOT NULL REFERENCES predicate, object INTEGER NOT NULL REFERENCES entity, status TEXT, time TEXT,
  amount NUMERIC, amount_text TEXT, unit TEXT, count INTEGER, title TEXT, negated INTEGER NOT NULL,
  confidence REAL NOT NULL, rule TEXT);
CREATE TABLE fact_evidence (
  fact INTEGER NOT NULL REFERENCES fact, position INTEGER NOT NULL, quote INTEGER NOT NULL REFERENCES quote, rule TEXT,
  confidence REAL NOT NULL, PRIMARY KEY (fact, position)) WITHOUT ROWID;
CREATE TABLE observation (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, subject INTEGER NOT NULL REFERENCES entity, indicator TEXT,
  value NUMERIC, value_text TEXT, unit TEXT, bound TEXT, change INTEGER NOT NULL, rank INTEGER, scope TEXT, status TEXT,
  time TEXT, confidence REAL NOT NULL, rule TEXT);
CREATE TABLE observation_evidence (
  observation INTEGER NOT NULL REFERENCES observation, position INTEGER NOT NULL,
  quote INTEGER NOT NULL REFERENCES quote, rule TEXT, confidence REAL NOT NULL,
  PRIMARY KEY (observation, position)) WITHOUT ROWID;
CREATE VIRTUAL TABLE entity_search USING fts5 (name, aliases, content='', tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE quote_search USING fts5 (text, content='', tokenize='unicode61 remove_diacritics 0');
)sql";

const char* const sqlite_indexes = R"sql(
CREATE INDEX entity_by_name ON entity (name);
CREATE INDEX alias_by_name ON alias (name);
CREATE INDEX quote_by_document ON quote (document);
CREATE INDEX fact_by_subject ON fact (subject, predicate);
CREATE INDEX fact_by_object ON fact (object, predicate);
CREATE INDEX fact_evidence_by_quote ON fact_evidence (quote);
CREATE INDEX observation_by_subject ON observation (subject);
CREATE INDEX observation_by_indicator ON observation (indicator);
CREATE INDEX observation_evidence_by_quote ON observation_evidence (quote);
)sql";

const char* const sqlite_views = R"sql(
CREATE VIEW fact_view AS
  SELECT f.uid, s.name AS subject, s.kind AS subject_kind, f.predicate, p.label_zh, p.label_en, o.name AS object,
         o.kind AS object_kind, f.status, f.time, f.amount, f.unit, f.count, f.title, f.negated, f.confidence,
         q.text AS sentence, d.name AS document
  FROM fact f
  JOIN entity s ON s.id = f.subject
  JOIN entity o ON o.id = f.object
  JOIN predicate p ON p.id = f.predicate
  JOIN quote q ON q.id = (
    SELECT e.quote FROM fact_evidence e WHERE e.fact = f.id ORDER BY e.confidence DESC, e.position LIMIT 1)
  JOIN document d ON d.id = q.document;
CREATE VIEW observation_view AS
  SELECT v.uid, s.name AS subject, s.kind AS subject_kind, v.indicator, v.value, v.unit, v.bound, v.change, v.rank,
         v.scope, v.status, v.time, v.confidence, q.text AS sentence, d.name AS document
  FROM observation v
  JOIN entity s ON s.id = v.subject
  JOIN quote q ON q.id = (
    SELECT e.quote FROM observation_evidence e WHERE e.observation = v.id ORDER BY e.confidence DESC, e.position
    LIMIT 1)
  JOIN document d ON d.id = q.document;
CREATE VIEW evidence_view AS
  SELECT f.uid, 'fact' AS "of", e.position, q.id AS quote, q.text, d.name AS document, q."start", q."end", e.rule,
         e.confidence
  FROM fact_evidence e
  JOIN fact f ON f.id = e.fact
  JOIN quote q ON q.id = e.quote
  JOIN document d ON d.id = q.document
  UNION ALL
  SELECT v.uid, 'observation', e.position, q.id, q.text, d.name, q."start", q."end", e.rule, e.confidence
  FROM observation_evidence e
  JOIN observation v ON v.id = e.observation
  JOIN quote q ON q.id = e.quote
  JOIN document d ON d.id = q.document;
CREATE VIEW name_view AS
  SELECT id AS entity, name FROM entity UNION ALL SELECT entity, name FROM alias;
CREATE VIEW edge_view AS
  SELECT subject, predicate, object, uid FROM fact WHERE NOT negated;
)sql";

}  // namespace guanxi
