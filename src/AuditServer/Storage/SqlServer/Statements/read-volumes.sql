-- The import of a version of recorded-crime volumes.
SELECT p.payload
FROM crimeaudit.volume_versions v JOIN crimeaudit.entry_payloads p ON p.entry_index = v.entry_index
WHERE v.version = @version;
