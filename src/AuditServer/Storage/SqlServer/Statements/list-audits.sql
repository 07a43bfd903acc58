-- A page of audits, oldest first, of all forces or of those given.
SELECT TOP (@at_most) a.audit_no AS AuditNo, a.document AS Document, a.freeze_attempt AS FreezeAttempt
FROM crimeaudit.audits a
WHERE a.audit_no > @after AND (@all_forces = 1 OR EXISTS (SELECT 1 FROM @forces f WHERE f.force = a.force))
ORDER BY a.audit_no;
