-- When each sending system of a force was last heard of.
SELECT source_system AS SourceSystem, last_accepted_micros AS LastAcceptedMicros, last_event_micros AS LastEventMicros
FROM sources
WHERE force = $force AND last_accepted_micros IS NOT NULL
ORDER BY source_system;
