-- The journal: what is public, by state. Everything right of it can be made again from it.
-- Plain SQL, so that another database can take SQLite's place. Times are milliseconds since 1970 (UTC).

-- One row: how far the ledger has been followed, and how often text was erased for good.
CREATE TABLE progress (
  id          INTEGER PRIMARY KEY CHECK (id = 1),
  last_commit INTEGER NOT NULL,
  forgettings INTEGER NOT NULL
);
INSERT INTO progress (id, last_commit, forgettings) VALUES (1, 0, 0);

-- hash: of the set of all public triples at this state (64 hexadecimal digits).
CREATE TABLE state (
  number        INTEGER PRIMARY KEY,
  time          INTEGER NOT NULL,
  hash          TEXT    NOT NULL,
  ledger_commit INTEGER NOT NULL
);
CREATE INDEX state_by_time ON state (time);

-- Every document that ever was public. live = 0: withdrawn, this row is its tombstone.
-- state: when its latest version was written, or when it was withdrawn. hash: of its latest version's content.
CREATE TABLE document (
  id    INTEGER PRIMARY KEY,
  iri   TEXT    NOT NULL UNIQUE,
  type  TEXT    NOT NULL,
  live  INTEGER NOT NULL,
  state INTEGER NOT NULL,
  hash  TEXT
);
CREATE INDEX document_by_type ON document (type, live, iri);
CREATE INDEX document_by_state ON document (state, iri);

-- The number of live documents of each type.
CREATE TABLE tally (
  type TEXT    PRIMARY KEY,
  live INTEGER NOT NULL
);

-- All versions; hash is empty where the document was withdrawn. A version without a row in text was forgotten.
CREATE TABLE version (
  document INTEGER NOT NULL REFERENCES document (id),
  state    INTEGER NOT NULL REFERENCES state (number),
  hash     TEXT,
  PRIMARY KEY (document, state)
);

-- The texts, compressed (zlib) with the dictionary of that number; 0 is none. size: in bytes when unpacked.
CREATE TABLE text (
  document   INTEGER NOT NULL REFERENCES document (id),
  state      INTEGER NOT NULL,
  dictionary INTEGER NOT NULL,
  size       INTEGER NOT NULL,
  packed     BLOB    NOT NULL,
  PRIMARY KEY (document, state)
);

-- Preset dictionaries. They hold vocabulary only (predicates, classes, datatypes), nothing that a record said,
-- so that forgetting a document need not touch them. documents: how many they were made from.
CREATE TABLE dictionary (
  id        INTEGER PRIMARY KEY,
  type      TEXT    NOT NULL,
  documents INTEGER NOT NULL,
  bytes     BLOB    NOT NULL
);

-- The identifiers of live documents (scheme:value).
CREATE TABLE identifier (
  identifier TEXT    NOT NULL,
  document   INTEGER NOT NULL REFERENCES document (id),
  PRIMARY KEY (identifier, document)
);
CREATE INDEX identifier_by_document ON identifier (document);

-- Other IRIs that lead to a document, as SHA-256 only: they stay when the document is withdrawn (410, not 404)
-- and must then tell no more than the answer does.
CREATE TABLE alias (
  iri_hash TEXT    NOT NULL,
  document INTEGER NOT NULL REFERENCES document (id),
  PRIMARY KEY (iri_hash, document)
);
CREATE INDEX alias_by_document ON alias (document);
