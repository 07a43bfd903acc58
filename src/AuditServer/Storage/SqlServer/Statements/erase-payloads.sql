-- Writes what is left of entries, and erases their payloads and salts. Only after the redaction is appended, and before the head moves.
INSERT INTO crimeaudit.entry_residues (entry_index, redaction_entry, residue)
SELECT entry_index, redaction_entry, residue FROM @residues ORDER BY ordinal;

DELETE p
FROM crimeaudit.entry_payloads p JOIN @residues r ON r.entry_index = p.entry_index;
