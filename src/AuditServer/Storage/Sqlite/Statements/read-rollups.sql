-- Live counts of a force, over a range of months.
SELECT month AS Month, class AS Class, counted AS Counted, number AS Number
FROM rollups
WHERE force = $force AND month BETWEEN $from_month AND $to_month AND number <> 0;
