-- Writes an audit's document anew.
UPDATE crimeaudit.audits SET document = @document WHERE audit_no = @audit_no;
