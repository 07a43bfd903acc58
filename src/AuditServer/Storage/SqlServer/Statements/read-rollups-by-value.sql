-- Live counts of a force by the values of a further dimension, over a range of months.
SELECT value AS Value, CAST(class AS bigint) AS Class, CAST(counted AS bigint) AS Counted, CAST(SUM(number) AS bigint) AS Number
FROM crimeaudit.rollups_by_value
WHERE force = @force AND dimension = @dimension AND month BETWEEN @from_month AND @to_month
GROUP BY value, class, counted
HAVING SUM(number) <> 0;
