-- Appends an entry's payload.
INSERT INTO entry_payloads (entry_index, salt, payload) VALUES ($entry_index, $salt, $payload);
