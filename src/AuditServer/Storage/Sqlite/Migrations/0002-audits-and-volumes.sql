-- An audit's number is the index of its first entry. The document is the derived contract message, with the progress of
-- reviews. Only the freeze attempt of that number may stage units.
CREATE TABLE audits (
  audit_no        INTEGER PRIMARY KEY,
  audit_id        TEXT NOT NULL UNIQUE,
  force           TEXT NOT NULL,
  document        BLOB NOT NULL,
  freeze_attempt  INTEGER NOT NULL
) STRICT;

CREATE INDEX audits_by_force ON audits (force);

-- Units of a frame. Staged in chunks before the freeze is an entry; they count only once it is.
CREATE TABLE frame_units (
  audit_no  INTEGER NOT NULL,
  stratum   INTEGER NOT NULL,
  unit_id   TEXT NOT NULL,
  PRIMARY KEY (audit_no, stratum, unit_id)
) STRICT, WITHOUT ROWID;

-- Units drawn, by their place in ticket order. Staged like a frame; the review is the entry that holds it.
CREATE TABLE sample_items (
  audit_no      INTEGER NOT NULL,
  stratum       INTEGER NOT NULL,
  position      INTEGER NOT NULL,
  unit_id       TEXT NOT NULL,
  ticket        TEXT NOT NULL,
  review_entry  INTEGER,
  PRIMARY KEY (audit_no, stratum, position),
  UNIQUE (audit_no, unit_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE volume_versions (
  version      TEXT PRIMARY KEY,
  entry_index  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
