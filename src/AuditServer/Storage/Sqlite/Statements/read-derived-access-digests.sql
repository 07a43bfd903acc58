-- All digests of the access log, with the entries that hold them.
SELECT entry_index AS EntryIndex, first_row AS FirstRow, row_count AS Rows
FROM access_digests
ORDER BY entry_index;
