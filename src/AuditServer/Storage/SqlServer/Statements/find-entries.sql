-- The entries that hold any of these request ids.
SELECT k.ordinal AS Ordinal, e.entry_index AS EntryIndex, e.accepted AS Accepted, p.payload AS Payload
FROM @keys k
JOIN crimeaudit.entries e ON e.source_id = k.source_id AND e.request_id = k.request_id
JOIN crimeaudit.entry_payloads p ON p.entry_index = e.entry_index;
