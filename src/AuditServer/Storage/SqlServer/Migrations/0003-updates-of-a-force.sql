-- A watch reads the updates of one force from any index on without reading those of the others.
CREATE NONCLUSTERED INDEX updates_by_source ON crimeaudit.entries (source_id, entry_index) WHERE kind = 1;
GO

UPDATE crimeaudit.log_head SET schema_version = 3 WHERE id = 1;
