-- All live counts, in order of their cells.
SELECT force AS Force, month AS Month, class AS Class, counted AS Counted, number AS Number
FROM crimeaudit.rollups
WHERE number <> 0
ORDER BY force, month, class, counted;
