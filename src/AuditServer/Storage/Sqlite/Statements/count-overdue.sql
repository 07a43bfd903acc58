-- How many crimes of a force are due, and how many of them overdue, by class, alleged and presumed apart.
SELECT class AS Class, presumed AS Presumed, sum(deadline_micros < $now_micros) AS Overdue, count(*) AS Number
FROM open_alleged_crimes
WHERE force = $force AND deadline_micros < $due_before_micros
  AND (($classes >> class) & 1) = 1 AND ($origin = 0 OR presumed = $origin - 1)
GROUP BY class, presumed;
