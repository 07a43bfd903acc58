-- What becomes of an item after the draw. State 0 is a ticket in reserve, staged and not in the sample; the others are the
-- contract's. Due is until when the force may answer, told that it was told of a finding.
ALTER TABLE sample_items ADD COLUMN state INTEGER NOT NULL DEFAULT 1;
ALTER TABLE sample_items ADD COLUMN due_micros INTEGER;
ALTER TABLE sample_items ADD COLUMN told INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sample_items ADD COLUMN first_reviewer TEXT;
ALTER TABLE sample_items ADD COLUMN second_reviewer TEXT;
ALTER TABLE sample_items ADD COLUMN later_reviewer TEXT;

-- The entries that make the history of an item. What they say stays in their payloads alone, so that it can be erased.
CREATE TABLE item_steps (
  audit_no     INTEGER NOT NULL,
  stratum      INTEGER NOT NULL,
  position     INTEGER NOT NULL,
  entry_index  INTEGER NOT NULL,
  PRIMARY KEY (audit_no, stratum, position, entry_index)
) STRICT, WITHOUT ROWID;

INSERT INTO item_steps (audit_no, stratum, position, entry_index)
SELECT audit_no, stratum, position, review_entry FROM sample_items WHERE review_entry IS NOT NULL;

UPDATE sample_items SET state = 10 WHERE review_entry IS NOT NULL;

CREATE INDEX items_by_due ON sample_items (due_micros) WHERE due_micros IS NOT NULL;

UPDATE log_head SET schema_version = 8 WHERE id = 1;
