-- Notes that sending systems were heard of.
UPDATE s
SET last_accepted = t.accepted,
    last_event = CASE WHEN t.event IS NULL OR s.last_event > t.event THEN s.last_event ELSE t.event END
FROM crimeaudit.sources s JOIN @touches t ON t.source_id = s.source_id;
