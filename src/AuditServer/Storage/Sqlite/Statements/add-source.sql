-- Gives a sending system the next dense id.
INSERT INTO sources (source_id, force, source_system)
SELECT coalesce(max(source_id), 0) + 1, $force, $source_system FROM sources
RETURNING source_id;
