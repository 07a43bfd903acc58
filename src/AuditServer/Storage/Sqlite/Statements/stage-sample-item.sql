-- Stages a unit drawn, or a ticket in reserve. Frame and seed fix the draw, so a row that is there already is the same.
INSERT INTO sample_items (audit_no, stratum, position, unit_id, ticket, state)
VALUES ($audit_no, $stratum, $position, $unit_id, $ticket, $state)
ON CONFLICT DO NOTHING;
