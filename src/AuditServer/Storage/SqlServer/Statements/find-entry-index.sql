-- Which entry holds a request id.
SELECT e.entry_index FROM crimeaudit.entries e JOIN crimeaudit.sources s ON s.source_id = e.source_id
WHERE s.force = @force AND s.source_system = @source_system AND e.request_id = @request_id;
