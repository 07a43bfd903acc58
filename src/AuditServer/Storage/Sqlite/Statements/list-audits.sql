-- A page of audits, oldest first, of all forces or of those given as a JSON array.
SELECT audit_no AS AuditNo, document AS Document, freeze_attempt AS FreezeAttempt
FROM audits
WHERE audit_no > $after AND ($forces IS NULL OR force IN (SELECT value FROM json_each($forces)))
ORDER BY audit_no
LIMIT $at_most;
