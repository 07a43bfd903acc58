-- Writes an audit's document anew, and until when its secrets may be revealed.
UPDATE crimeaudit.audits SET document = @document, reveal_due = @reveal_due WHERE audit_no = @audit_no;
