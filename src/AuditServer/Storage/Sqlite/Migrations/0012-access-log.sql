-- Who read records that can tell of persons. What was read is named by indexes of entries and ids of audits, never by a reference, so
-- that nothing has to be erased here.
CREATE TABLE access_log (
  access_index  INTEGER PRIMARY KEY,
  at_micros     INTEGER NOT NULL,
  subject       TEXT NOT NULL,
  roles         TEXT NOT NULL,
  home_forces   TEXT NOT NULL,
  method        TEXT NOT NULL,
  force         TEXT NOT NULL,
  records       TEXT NOT NULL,
  number        INTEGER NOT NULL
) STRICT;

CREATE TRIGGER accesses_are_never_changed BEFORE UPDATE ON access_log
BEGIN
  SELECT RAISE (ABORT, 'the access log is append-only');
END;

CREATE TRIGGER accesses_are_never_deleted BEFORE DELETE ON access_log
BEGIN
  SELECT RAISE (ABORT, 'the access log is append-only');
END;

-- REPLACE deletes without a trigger of deletions.
CREATE TRIGGER accesses_are_never_replaced BEFORE INSERT ON access_log
WHEN EXISTS (SELECT 1 FROM access_log WHERE access_index = NEW.access_index)
BEGIN
  SELECT RAISE (ABORT, 'the access log is append-only');
END;

-- Which entries of kind 5 (access) cover which rows.
CREATE TABLE access_digests (
  entry_index  INTEGER PRIMARY KEY,
  first_row    INTEGER NOT NULL UNIQUE,
  row_count    INTEGER NOT NULL
) STRICT;

CREATE TRIGGER access_digests_are_never_changed BEFORE UPDATE ON access_digests
BEGIN
  SELECT RAISE (ABORT, 'the access log is append-only');
END;

CREATE TRIGGER access_digests_are_never_deleted BEFORE DELETE ON access_digests
BEGIN
  SELECT RAISE (ABORT, 'the access log is append-only');
END;

CREATE TRIGGER access_digests_are_never_replaced BEFORE INSERT ON access_digests
WHEN EXISTS (SELECT 1 FROM access_digests WHERE entry_index = NEW.entry_index OR first_row = NEW.first_row)
BEGIN
  SELECT RAISE (ABORT, 'the access log is append-only');
END;

UPDATE log_head SET schema_version = 12 WHERE id = 1;
