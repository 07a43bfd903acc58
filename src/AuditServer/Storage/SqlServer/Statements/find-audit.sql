-- An audit by its id.
SELECT audit_no AS AuditNo, document AS Document, freeze_attempt AS FreezeAttempt FROM crimeaudit.audits WHERE audit_id = @audit_id;
