-- The entry that holds a version of recorded-crime volumes.
SELECT entry_index FROM crimeaudit.volume_versions WHERE version = @version;
