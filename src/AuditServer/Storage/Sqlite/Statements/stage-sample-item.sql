-- Stages a unit drawn. Frame and seed fix the draw, so a row that is there already is the same.
INSERT INTO sample_items (audit_no, stratum, position, unit_id, ticket)
VALUES ($audit_no, $stratum, $position, $unit_id, $ticket)
ON CONFLICT DO NOTHING;
