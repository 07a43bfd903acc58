-- How often a turn changed live counts of a month. What was counted before changed once.
CREATE TABLE rollup_months (
  force    TEXT NOT NULL,
  month    INTEGER NOT NULL,
  changes  INTEGER NOT NULL,
  PRIMARY KEY (force, month)
) STRICT, WITHOUT ROWID;

INSERT INTO rollup_months (force, month, changes)
SELECT DISTINCT force, month, 1 FROM rollups;

UPDATE log_head SET schema_version = 13 WHERE id = 1;
