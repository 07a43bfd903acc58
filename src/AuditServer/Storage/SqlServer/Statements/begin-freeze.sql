-- Takes over the staging of a frame.
UPDATE crimeaudit.audits SET freeze_attempt = freeze_attempt + 1 OUTPUT inserted.freeze_attempt WHERE audit_no = @audit_no;
