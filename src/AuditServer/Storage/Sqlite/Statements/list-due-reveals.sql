-- Audits whose time to reveal has passed with a secret withheld, the longest overdue first.
SELECT audit_id
FROM audits
WHERE reveal_due_micros IS NOT NULL AND reveal_due_micros <= $now_micros
ORDER BY reveal_due_micros
LIMIT $at_most;
