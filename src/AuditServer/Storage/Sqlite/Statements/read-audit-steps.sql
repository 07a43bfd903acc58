-- The first entries of an audit. A plan, two commitments, a frame, two reveals and a draw are all that comes before reviews.
SELECT e.entry_index, e.accepted_micros, p.payload
FROM sources s
JOIN entries e ON e.source_id = s.source_id
JOIN entry_payloads p ON p.entry_index = e.entry_index
WHERE s.force = $force AND s.source_system = $source_system
ORDER BY e.entry_index
LIMIT 7;
