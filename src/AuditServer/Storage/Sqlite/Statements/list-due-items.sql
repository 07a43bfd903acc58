-- Items whose force has let its time to answer pass, the longest overdue first.
SELECT a.audit_id AS AuditId, i.unit_id AS UnitId
FROM sample_items i JOIN audits a ON a.audit_no = i.audit_no
WHERE i.due_micros IS NOT NULL AND i.due_micros <= $now_micros
ORDER BY i.due_micros
LIMIT $at_most;
