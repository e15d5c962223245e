-- Which datasets a catalogue lists, so that a page of it costs the same wherever it begins.

-- What a live record is about, and the catalogue it is part of.
CREATE TABLE topic (
  record  INTEGER PRIMARY KEY REFERENCES document (id),
  catalog TEXT    NOT NULL,
  thing   TEXT    NOT NULL
);
CREATE INDEX topic_by_thing ON topic (thing);

-- A row for each dataset that a catalogue lists or (live = 0) once listed; catalog is empty for the catalogue of all.
-- state: when the dataset, what it is listed by, or its being listed last changed.
CREATE TABLE listing (
  catalog TEXT    NOT NULL,
  dataset TEXT    NOT NULL,
  live    INTEGER NOT NULL,
  state   INTEGER NOT NULL,
  PRIMARY KEY (catalog, dataset)
) WITHOUT ROWID;
CREATE INDEX listing_live ON listing (catalog, live, dataset);
CREATE INDEX listing_by_state ON listing (catalog, state, dataset);
CREATE INDEX listing_by_dataset ON listing (dataset);
