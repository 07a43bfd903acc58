-- The versions of recorded-crime volumes that were imported, in the order of the log.
SELECT version AS Version FROM crimeaudit.volume_versions ORDER BY entry_index;
