-- The entry that holds a request id of a sending system.
SELECT e.entry_index, e.accepted_micros, p.payload
FROM entries e JOIN entry_payloads p ON p.entry_index = e.entry_index
WHERE e.source_id = $source_id AND e.request_id = $request_id;
