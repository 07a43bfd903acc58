-- Live counts of a force, over a range of months.
SELECT CAST(month AS bigint) AS Month, CAST(class AS bigint) AS Class, CAST(counted AS bigint) AS Counted, number AS Number
FROM crimeaudit.rollups
WHERE force = @force AND month BETWEEN @from_month AND @to_month AND number <> 0;
