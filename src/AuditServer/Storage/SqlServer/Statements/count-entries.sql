-- How many entries there are: indexes are dense, so the last one tells.
SELECT coalesce(max(entry_index), -1) + 1 FROM crimeaudit.entries;
