-- All audits by number.
SELECT audit_no AS AuditNo, audit_id AS AuditId, force AS Force, DATEDIFF_BIG(microsecond, '1970-01-01', reveal_due) AS RevealDueMicros,
  document AS Document
FROM crimeaudit.audits
ORDER BY audit_no;
