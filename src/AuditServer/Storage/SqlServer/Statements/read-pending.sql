-- Open crimes of a force whose deadline is still ahead, by cell, alleged and presumed apart, and the next deadline of each: what is
-- taken off "open" to get "overdue".
SELECT
  CAST(month AS bigint) AS Month, CAST(class AS bigint) AS Class, CAST(presumed AS bigint) AS Presumed, COUNT_BIG(*) AS Number,
  MIN(deadline) AS NextDeadline
FROM crimeaudit.open_alleged_crimes
WHERE force = @force AND deadline >= @now AND month BETWEEN @from_month AND @to_month
GROUP BY month, class, presumed;
