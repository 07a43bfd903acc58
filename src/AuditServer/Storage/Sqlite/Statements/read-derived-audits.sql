-- All audits by number.
SELECT audit_no AS AuditNo, audit_id AS AuditId, force AS Force, reveal_due_micros AS RevealDueMicros, document AS Document
FROM audits
ORDER BY audit_no;
