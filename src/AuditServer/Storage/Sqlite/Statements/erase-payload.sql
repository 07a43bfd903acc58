-- Erases an entry's payload and salt. Only after its residue and the redaction are written.
DELETE FROM entry_payloads WHERE entry_index = $entry_index;
