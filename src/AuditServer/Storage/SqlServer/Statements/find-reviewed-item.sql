-- An item of a sample by its unit, with the payload of the review that counts.
SELECT i.stratum AS Stratum, i.position AS Position, i.unit_id AS UnitId, i.ticket AS Ticket, i.state AS State,
       i.review_entry AS ReviewEntry, i.due AS Due, i.told AS Told, i.first_reviewer AS FirstReviewer,
       i.second_reviewer AS SecondReviewer, i.later_reviewer AS LaterReviewer, COALESCE(p.payload, r.residue) AS Review
FROM crimeaudit.sample_items i
LEFT JOIN crimeaudit.entry_payloads p ON p.entry_index = i.review_entry
LEFT JOIN crimeaudit.entry_residues r ON r.entry_index = i.review_entry
WHERE i.audit_no = @audit_no AND i.unit_id = @unit_id AND i.state > 0;
