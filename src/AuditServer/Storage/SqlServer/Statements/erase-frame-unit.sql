-- Puts a unit of a frame, and of its sample, under a token, and keeps what followed from its id.
UPDATE crimeaudit.frame_units SET unit_id = @token, place = @place, leaf_hash = @leaf_hash, ticket = @ticket
WHERE audit_no = @audit_no AND stratum = @stratum AND unit_id = @unit_id;

UPDATE crimeaudit.sample_items SET unit_id = @token WHERE audit_no = @audit_no AND unit_id = @unit_id;
