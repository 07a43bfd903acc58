-- The digest of an entry, and the last entry of kind 4 (redaction).
SELECT digest AS Digest, COALESCE((SELECT MAX(entry_index) FROM crimeaudit.entries WHERE kind = 4), -1) AS LastRedaction
FROM crimeaudit.entries
WHERE entry_index = @entry_index;
