-- The log. entries and its payloads are the evidence; every other table is derived from them.
CREATE TABLE log_head (
  id               INTEGER PRIMARY KEY CHECK (id = 1),
  size             INTEGER NOT NULL CHECK (size >= 0),
  accepted_micros  INTEGER NOT NULL,
  turn             INTEGER NOT NULL
) STRICT;

INSERT INTO log_head (id, size, accepted_micros, turn) VALUES (1, 0, 0, 0);

-- A sending system of a force. Ids are dense in the order in which the log first heard of them.
CREATE TABLE sources (
  source_id             INTEGER PRIMARY KEY,
  force                 TEXT NOT NULL,
  source_system         TEXT NOT NULL,
  last_accepted_micros  INTEGER,
  last_event_micros     INTEGER,
  UNIQUE (force, source_system)
) STRICT;

CREATE TABLE entries (
  entry_index      INTEGER PRIMARY KEY,
  kind             INTEGER NOT NULL,
  source_id        INTEGER NOT NULL REFERENCES sources,
  request_id       TEXT NOT NULL,
  accepted_micros  INTEGER NOT NULL,
  digest           BLOB NOT NULL CHECK (length(digest) = 32),
  UNIQUE (source_id, request_id)
) STRICT;

CREATE TABLE entry_payloads (
  entry_index  INTEGER PRIMARY KEY REFERENCES entries,
  salt         BLOB NOT NULL,
  payload      BLOB NOT NULL
) STRICT;

CREATE TRIGGER entries_are_never_changed BEFORE UPDATE ON entries
BEGIN
  SELECT RAISE (ABORT, 'entries are append-only');
END;

CREATE TRIGGER entries_are_never_deleted BEFORE DELETE ON entries
BEGIN
  SELECT RAISE (ABORT, 'entries are append-only');
END;

CREATE TRIGGER payloads_are_never_changed BEFORE UPDATE ON entry_payloads
BEGIN
  SELECT RAISE (ABORT, 'payloads are append-only');
END;

-- An incident's id is the index of its first entry: immutable, so lists and pages are ordered by it.
CREATE TABLE incidents (
  incident_id         INTEGER PRIMARY KEY,
  force               TEXT NOT NULL,
  source_id           INTEGER NOT NULL REFERENCES sources,
  ref                 TEXT NOT NULL,
  status              INTEGER NOT NULL,
  reported_micros     INTEGER,
  reported_precision  INTEGER NOT NULL,
  opening_code        TEXT NOT NULL,
  qualifiers          TEXT NOT NULL,
  groups              INTEGER NOT NULL,
  alleged_crimes      INTEGER NOT NULL,
  open_crimes         INTEGER NOT NULL,
  crime_records       INTEGER NOT NULL,
  UNIQUE (source_id, ref)
) STRICT;

CREATE INDEX incidents_by_force ON incidents (force);
CREATE INDEX incidents_by_report ON incidents (force, reported_micros);

-- Which entries speak of an incident.
CREATE TABLE incident_entries (
  incident_id  INTEGER NOT NULL,
  entry_index  INTEGER NOT NULL,
  PRIMARY KEY (incident_id, entry_index)
) STRICT, WITHOUT ROWID;

-- Alleged crimes that nothing answers yet. Whether one is overdue depends on the time of asking.
CREATE TABLE open_alleged_crimes (
  incident_id      INTEGER NOT NULL,
  alleged_ref      TEXT NOT NULL,
  force            TEXT NOT NULL,
  deadline_micros  INTEGER,
  month            INTEGER NOT NULL,
  class            INTEGER NOT NULL,
  PRIMARY KEY (incident_id, alleged_ref)
) STRICT, WITHOUT ROWID;

CREATE INDEX open_alleged_crimes_by_deadline ON open_alleged_crimes (force, deadline_micros, month, class);

-- Live counts: what is counted (RollupCount) in a cell of force, month of the report and offence class.
CREATE TABLE rollups (
  force          TEXT NOT NULL,
  month          INTEGER NOT NULL,
  class          INTEGER NOT NULL,
  counted        INTEGER NOT NULL,
  number         INTEGER NOT NULL,
  PRIMARY KEY (force, month, class, counted)
) STRICT, WITHOUT ROWID;
