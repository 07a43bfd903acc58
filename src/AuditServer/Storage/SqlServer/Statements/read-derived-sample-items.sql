-- The items of all samples. Tickets in reserve, in state 0, count for nothing.
SELECT audit_no AS AuditNo, stratum AS Stratum, position AS Position, unit_id AS UnitId, ticket AS Ticket, review_entry AS ReviewEntry,
  state AS State, DATEDIFF_BIG(microsecond, '1970-01-01', due) AS DueMicros, told AS Told, first_reviewer AS FirstReviewer,
  second_reviewer AS SecondReviewer, later_reviewer AS LaterReviewer
FROM crimeaudit.sample_items
WHERE state > 0
ORDER BY audit_no, stratum, position;
