-- Appends an entry.
INSERT INTO entries (entry_index, kind, source_id, request_id, accepted_micros, digest)
VALUES ($entry_index, $kind, $source_id, $request_id, $accepted_micros, $digest);
