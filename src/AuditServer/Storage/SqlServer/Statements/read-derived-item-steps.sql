-- The histories of all items.
SELECT audit_no AS AuditNo, stratum AS Stratum, position AS Position, entry_index AS EntryIndex
FROM crimeaudit.item_steps
ORDER BY audit_no, stratum, position, entry_index;
