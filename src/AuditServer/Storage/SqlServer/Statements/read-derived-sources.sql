-- When each sending system was last heard of.
SELECT force AS Force, source_system AS SourceSystem,
  DATEDIFF_BIG(microsecond, '1970-01-01', last_accepted) AS LastAcceptedMicros,
  DATEDIFF_BIG(microsecond, '1970-01-01', last_event) AS LastEventMicros
FROM crimeaudit.sources;
