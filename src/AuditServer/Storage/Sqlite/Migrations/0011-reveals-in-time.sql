-- Until when the secrets of a frozen audit may be revealed; null where none is awaited in time. An audit that was planned before has
-- no such time.
ALTER TABLE audits ADD COLUMN reveal_due_micros INTEGER;

CREATE INDEX audits_by_reveal_due ON audits (reveal_due_micros) WHERE reveal_due_micros IS NOT NULL;

UPDATE log_head SET schema_version = 11 WHERE id = 1;
