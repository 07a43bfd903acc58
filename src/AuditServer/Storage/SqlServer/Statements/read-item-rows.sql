-- Items of a sample as a turn sees them, or tickets in reserve, from a place in a stratum on.
SELECT TOP (@at_most) stratum AS Stratum, position AS Position, unit_id AS UnitId, ticket AS Ticket, state AS State, review_entry AS ReviewEntry,
       due AS Due, told AS Told, first_reviewer AS FirstReviewer, second_reviewer AS SecondReviewer, later_reviewer AS LaterReviewer
FROM crimeaudit.sample_items
WHERE audit_no = @audit_no AND (@only_stratum IS NULL OR stratum = @only_stratum) AND position >= @from_position
  AND ((@in_reserve = 1 AND state = 0) OR (@in_reserve = 0 AND state > 0))
ORDER BY stratum, position;
