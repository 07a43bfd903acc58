-- All live counts by further dimensions, in order of force, dimension and month.
SELECT force AS Force, dimension AS Dimension, month AS Month, value AS Value, class AS Class, counted AS Counted, number AS Number
FROM crimeaudit.rollups_by_value
WHERE number <> 0
ORDER BY force, dimension, month;
