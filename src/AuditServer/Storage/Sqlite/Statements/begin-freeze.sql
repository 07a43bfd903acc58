-- Takes over the staging of a frame.
UPDATE audits SET freeze_attempt = freeze_attempt + 1 WHERE audit_no = $audit_no RETURNING freeze_attempt;
