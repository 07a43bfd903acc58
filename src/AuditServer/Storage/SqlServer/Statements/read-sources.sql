-- When each sending system of a force was last heard of.
SELECT source_system AS SourceSystem, last_accepted AS LastAccepted, last_event AS LastEvent
FROM crimeaudit.sources
WHERE force = @force AND last_accepted IS NOT NULL
ORDER BY source_system;
