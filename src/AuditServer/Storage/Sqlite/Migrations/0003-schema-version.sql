-- The head tells the version of the schema to every turn, so that a program of another version never writes.
ALTER TABLE log_head ADD COLUMN schema_version INTEGER NOT NULL DEFAULT 0;

UPDATE log_head SET schema_version = 3 WHERE id = 1;
