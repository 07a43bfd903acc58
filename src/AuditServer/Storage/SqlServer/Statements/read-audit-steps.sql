-- The first entries of an audit. A plan, two commitments, a frame, two reveals and a draw are all that comes before reviews.
SELECT TOP (7) e.entry_index AS EntryIndex, e.accepted AS Accepted, p.payload AS Payload
FROM crimeaudit.sources s
JOIN crimeaudit.entries e ON e.source_id = s.source_id
JOIN crimeaudit.entry_payloads p ON p.entry_index = e.entry_index
WHERE s.force = @force AND s.source_system = @source_system
ORDER BY e.entry_index;
