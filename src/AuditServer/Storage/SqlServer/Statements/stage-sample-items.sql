-- Stages units drawn, or tickets in reserve. Frame and seed fix the draw, so a row that is there already is the same.
INSERT INTO crimeaudit.sample_items (audit_no, stratum, position, unit_id, ticket, state)
SELECT @audit_no, n.stratum, n.position, n.unit_id, n.ticket, @state
FROM @items n
WHERE NOT EXISTS (
  SELECT 1 FROM crimeaudit.sample_items i
  WHERE i.audit_no = @audit_no AND i.stratum = n.stratum AND i.position = n.position);
