-- Notes that a sending system was heard of.
UPDATE sources
SET last_accepted_micros = $accepted_micros,
    last_event_micros = CASE WHEN $event_micros IS NULL OR last_event_micros > $event_micros THEN last_event_micros ELSE $event_micros END
WHERE source_id = $source_id;
