-- The id of a sending system.
SELECT source_id FROM sources WHERE force = $force AND source_system = $source_system;
