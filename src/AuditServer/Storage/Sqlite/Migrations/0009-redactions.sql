-- What is left of entries of which the references were erased: the payload goes, and the residue stands in for it. The entry of kind 4
-- (redaction) that is named holds the same residue; in a log that is moved it can stand still to come.
CREATE TABLE entry_residues (
  entry_index      INTEGER PRIMARY KEY REFERENCES entries,
  redaction_entry  INTEGER NOT NULL,
  residue          BLOB NOT NULL
) STRICT;

CREATE TRIGGER residues_are_never_changed BEFORE UPDATE ON entry_residues
BEGIN
  SELECT RAISE (ABORT, 'residues are append-only');
END;

CREATE TRIGGER residues_are_never_deleted BEFORE DELETE ON entry_residues
BEGIN
  SELECT RAISE (ABORT, 'residues are append-only');
END;

-- A payload goes only in the transaction that appends the redaction: it is past the head, which moves last.
CREATE TRIGGER payloads_are_erased_by_a_redaction BEFORE DELETE ON entry_payloads
WHEN NOT EXISTS (
  SELECT 1 FROM entry_residues r JOIN entries e ON e.entry_index = r.redaction_entry
  WHERE r.entry_index = OLD.entry_index AND e.kind = 4 AND e.entry_index >= (SELECT size FROM log_head))
BEGIN
  SELECT RAISE (ABORT, 'payloads are erased by a redaction alone');
END;

CREATE INDEX redactions ON entries (entry_index) WHERE kind = 4;

-- A unit whose incident was erased stands under a token. How many units of its stratum stand before it, the leaf of the frame's digest
-- and the ticket are kept from the id that it had; otherwise they follow from the id and are NULL.
ALTER TABLE frame_units ADD COLUMN place INTEGER;
ALTER TABLE frame_units ADD COLUMN leaf_hash BLOB;
ALTER TABLE frame_units ADD COLUMN ticket TEXT;

CREATE INDEX erased_units ON frame_units (audit_no, stratum, place) WHERE place IS NOT NULL;

UPDATE log_head SET schema_version = 9 WHERE id = 1;
