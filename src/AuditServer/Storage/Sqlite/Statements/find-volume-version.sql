-- The entry that holds a version of recorded-crime volumes.
SELECT entry_index FROM volume_versions WHERE version = $version;
