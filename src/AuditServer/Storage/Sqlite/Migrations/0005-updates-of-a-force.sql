-- A watch reads the updates of one force from any index on without reading those of the others.
CREATE INDEX updates_by_source ON entries (source_id, entry_index) WHERE kind = 1;

UPDATE log_head SET schema_version = 5 WHERE id = 1;
