-- The marks of a force's months, in order: a month whose mark did not move has the live counts that it had.
SELECT month AS Month, changes AS Changes
FROM crimeaudit.rollup_months
WHERE force = @force AND month BETWEEN @from_month AND @to_month
ORDER BY month;
