-- Writes a new audit.
INSERT INTO crimeaudit.audits (audit_no, audit_id, force, document, freeze_attempt) VALUES (@audit_no, @audit_id, @force, @document, 0);
