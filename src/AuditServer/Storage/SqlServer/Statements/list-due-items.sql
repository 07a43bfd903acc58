-- Items whose force has let its time to answer pass, the longest overdue first.
SELECT TOP (@at_most) a.audit_id AS AuditId, i.unit_id AS UnitId
FROM crimeaudit.sample_items i JOIN crimeaudit.audits a ON a.audit_no = i.audit_no
WHERE i.due IS NOT NULL AND i.due <= @now
ORDER BY i.due;
