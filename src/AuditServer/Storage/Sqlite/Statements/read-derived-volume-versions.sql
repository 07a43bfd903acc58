-- All versions of recorded-crime volumes, with the entries that hold them.
SELECT version AS Version, entry_index AS EntryIndex
FROM volume_versions;
