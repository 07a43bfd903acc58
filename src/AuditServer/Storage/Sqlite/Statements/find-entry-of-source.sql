-- Which entry holds a request id of a sending system.
SELECT entry_index FROM entries WHERE source_id = $source_id AND request_id = $request_id;
