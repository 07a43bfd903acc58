-- An item of a sample by its unit.
SELECT stratum AS Stratum, position AS Position, unit_id AS UnitId, ticket AS Ticket, state AS State, review_entry AS ReviewEntry,
       due AS Due, told AS Told, first_reviewer AS FirstReviewer, second_reviewer AS SecondReviewer, later_reviewer AS LaterReviewer
FROM crimeaudit.sample_items
WHERE audit_no = @audit_no AND unit_id = @unit_id AND state > 0;
