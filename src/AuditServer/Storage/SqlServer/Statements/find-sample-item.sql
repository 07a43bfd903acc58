-- An item of a sample by its unit.
SELECT stratum AS Stratum, position AS Position, review_entry AS ReviewEntry
FROM crimeaudit.sample_items
WHERE audit_no = @audit_no AND unit_id = @unit_id;
