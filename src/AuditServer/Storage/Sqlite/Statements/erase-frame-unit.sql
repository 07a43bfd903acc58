-- Puts a unit of a frame under a token, and keeps what followed from its id.
UPDATE frame_units SET unit_id = $token, place = $place, leaf_hash = $leaf_hash, ticket = $ticket
WHERE audit_no = $audit_no AND stratum = $stratum AND unit_id = $unit_id;
