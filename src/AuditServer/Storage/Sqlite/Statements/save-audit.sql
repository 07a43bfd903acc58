-- Writes an audit's document anew.
UPDATE audits SET document = $document WHERE audit_no = $audit_no;
