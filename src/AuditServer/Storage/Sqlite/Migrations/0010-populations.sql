-- What frames read without folding of who reported, why nothing was recorded, and of the records by which a force says that there is
-- no crime. An incident without a kind of reporter was written before: the program derives those anew before it serves.
ALTER TABLE incidents ADD COLUMN reporter_kind INTEGER;
ALTER TABLE incidents ADD COLUMN unrecorded_reasons INTEGER;

-- Empty but while a file of an earlier program is brought up to date.
CREATE INDEX incidents_without_reporter ON incidents (incident_id) WHERE reporter_kind IS NULL;

-- Cancelled crimes (kind 1, ref is the crime's) and N100s (kind 2, named by the request that told them).
CREATE TABLE no_crime_records (
  incident_id         INTEGER NOT NULL,
  kind                INTEGER NOT NULL,
  sender              TEXT NOT NULL,
  ref                 TEXT NOT NULL,
  force               TEXT NOT NULL,
  recorded_micros     INTEGER NOT NULL,
  recorded_precision  INTEGER NOT NULL,
  groups              INTEGER NOT NULL,
  reason              INTEGER NOT NULL,
  code                TEXT NOT NULL,
  PRIMARY KEY (incident_id, kind, sender, ref)
) STRICT, WITHOUT ROWID;

CREATE INDEX no_crime_records_by_time ON no_crime_records (force, recorded_micros);

UPDATE log_head SET schema_version = 10 WHERE id = 1;
