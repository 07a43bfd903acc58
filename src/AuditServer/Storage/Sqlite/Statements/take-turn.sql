-- First statement of every turn: moves the turn counter, and tells where the log ends, its root and the version of the schema.
UPDATE log_head SET turn = turn + 1 WHERE id = 1 RETURNING size, accepted_micros, schema_version, root;
