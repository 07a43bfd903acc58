-- Live counts of a force by the values of a further dimension, over a range of months.
SELECT value AS Value, class AS Class, counted AS Counted, sum(number) AS Number
FROM rollups_by_value
WHERE force = $force AND dimension = $dimension AND month BETWEEN $from_month AND $to_month
GROUP BY value, class, counted
HAVING sum(number) <> 0;
