-- How many crimes of a force are due, and how many of them overdue, by class, alleged and presumed apart.
SELECT class AS Class, presumed AS Presumed, SUM(CASE WHEN deadline < @now THEN CAST(1 AS bigint) ELSE 0 END) AS Overdue,
  COUNT_BIG(*) AS Number
FROM crimeaudit.open_alleged_crimes
WHERE force = @force AND deadline < @due_before
  AND (@classes & CAST(POWER(2, class) AS int)) <> 0 AND (@origin = 0 OR presumed = @origin - 1)
GROUP BY class, presumed;
