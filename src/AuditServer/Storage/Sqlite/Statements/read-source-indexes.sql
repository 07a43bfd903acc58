-- Indexes of all entries of a sending system, in the order of the log.
SELECT e.entry_index
FROM sources s
JOIN entries e ON e.source_id = s.source_id
WHERE s.force = $force AND s.source_system = $source_system
ORDER BY e.entry_index;
