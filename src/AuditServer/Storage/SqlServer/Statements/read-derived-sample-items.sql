-- The items of all samples.
SELECT audit_no AS AuditNo, stratum AS Stratum, position AS Position, unit_id AS UnitId, ticket AS Ticket, review_entry AS ReviewEntry
FROM crimeaudit.sample_items
ORDER BY audit_no, stratum, position;
