-- A page of audits of all forces, oldest first.
SELECT TOP (@at_most) audit_no AS AuditNo, document AS Document, freeze_attempt AS FreezeAttempt
FROM crimeaudit.audits
WHERE audit_no > @after
ORDER BY audit_no;
