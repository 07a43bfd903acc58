-- What is left of erased entries.
SELECT entry_index AS EntryIndex, redaction_entry AS RedactionEntry, residue AS Residue
FROM crimeaudit.entry_residues
ORDER BY entry_index;
