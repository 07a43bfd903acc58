-- Appends entries with their payloads, or with what is left of those that were erased, and notes of which incident they speak. A taken index is a lost turn.
INSERT INTO crimeaudit.entries (entry_index, kind, source_id, request_id, accepted, digest)
SELECT entry_index, kind, source_id, request_id, accepted, digest FROM @entries ORDER BY ordinal;

INSERT INTO crimeaudit.entry_payloads (entry_index, salt, payload)
SELECT entry_index, salt, payload FROM @entries WHERE redacted_by IS NULL ORDER BY ordinal;

INSERT INTO crimeaudit.entry_residues (entry_index, redaction_entry, residue)
SELECT entry_index, redacted_by, payload FROM @entries WHERE redacted_by IS NOT NULL ORDER BY ordinal;

INSERT INTO crimeaudit.incident_entries (incident_id, entry_index)
SELECT incident_id, entry_index FROM @entries WHERE incident_id IS NOT NULL;
