-- A page of audits of some forces, oldest first.
SELECT TOP (@at_most) a.audit_no AS AuditNo, a.document AS Document, a.freeze_attempt AS FreezeAttempt
FROM crimeaudit.audits a
WHERE a.audit_no > @after AND EXISTS (SELECT 1 FROM @forces f WHERE f.force = a.force)
ORDER BY a.audit_no;
