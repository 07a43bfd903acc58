-- Writes an audit's document anew, and until when its secrets may be revealed.
UPDATE audits SET document = $document, reveal_due_micros = $reveal_due_micros WHERE audit_no = $audit_no;
