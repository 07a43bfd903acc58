-- When each sending system was last heard of.
SELECT force AS Force, source_system AS SourceSystem, last_accepted_micros AS LastAcceptedMicros, last_event_micros AS LastEventMicros
FROM sources;
