-- Live counts by one further dimension (RollupDimension), and what the report says of it. An incident without an area was written
-- before: the program counts those before it serves. Public tables: what outsiders are told of a force, one a day.
CREATE TABLE rollups_by_value (
  force      TEXT NOT NULL,
  dimension  INTEGER NOT NULL,
  month      INTEGER NOT NULL,
  value      TEXT NOT NULL,
  class      INTEGER NOT NULL,
  counted    INTEGER NOT NULL,
  number     INTEGER NOT NULL,
  PRIMARY KEY (force, dimension, month, value, class, counted)
) STRICT, WITHOUT ROWID;

ALTER TABLE incidents ADD COLUMN area TEXT;
ALTER TABLE incidents ADD COLUMN channel INTEGER;
ALTER TABLE incidents ADD COLUMN closing_code TEXT;

-- Empty but while a file of an earlier program is brought up to date.
CREATE INDEX incidents_not_counted_by_value ON incidents (incident_id) WHERE area IS NULL;

-- The document is the answer itself, so that everyone who asks gets the same one.
CREATE TABLE public_tables (
  force     TEXT PRIMARY KEY,
  day       INTEGER NOT NULL,
  document  BLOB NOT NULL
) STRICT, WITHOUT ROWID;

UPDATE log_head SET schema_version = 6 WHERE id = 1;
