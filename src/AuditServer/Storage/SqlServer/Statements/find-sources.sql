-- The ids of sending systems, of those that the log has heard of.
SELECT s.source_id AS Id, s.force AS Force, s.source_system AS SourceSystem
FROM @names n JOIN crimeaudit.sources s ON s.force = n.force AND s.source_system = n.source_system;
