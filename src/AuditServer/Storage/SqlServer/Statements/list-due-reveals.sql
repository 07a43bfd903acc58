-- Audits whose time to reveal has passed with a secret withheld, the longest overdue first.
SELECT TOP (@at_most) audit_id
FROM crimeaudit.audits
WHERE reveal_due IS NOT NULL AND reveal_due <= @now
ORDER BY reveal_due;
