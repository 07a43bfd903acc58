-- The digest of an entry, and the last entry of kind 4 (redaction).
SELECT digest AS Digest, coalesce((SELECT max(entry_index) FROM entries WHERE kind = 4), -1) AS LastRedaction
FROM entries
WHERE entry_index = $entry_index;
