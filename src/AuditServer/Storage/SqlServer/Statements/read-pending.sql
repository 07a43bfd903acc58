-- Open crimes of a force whose deadline is still ahead, by cell, alleged and presumed apart: what is taken off "open" to get "overdue".
SELECT
  CAST(o.month AS bigint) AS Month, CAST(o.class AS bigint) AS Class, CAST(o.presumed AS bigint) AS Presumed, COUNT_BIG(*) AS Number
FROM (
  SELECT month, class, CASE WHEN LEFT(alleged_ref, 9) = 'presumed:' THEN 1 ELSE 0 END AS presumed
  FROM crimeaudit.open_alleged_crimes
  WHERE force = @force AND deadline >= @now AND month BETWEEN @from_month AND @to_month) o
GROUP BY o.month, o.class, o.presumed;
