-- Writes what is left of an entry.
INSERT INTO entry_residues (entry_index, redaction_entry, residue) VALUES ($entry_index, $redaction_entry, $residue);
