-- Months with a mark of which anything is counted, in order. How far a mark has moved depends on the turns, which no entry tells.
SELECT m.force AS Force, m.month AS Month
FROM crimeaudit.rollup_months m
WHERE EXISTS (SELECT 1 FROM crimeaudit.rollups r WHERE r.force = m.force AND r.month = m.month AND r.number <> 0)
ORDER BY m.force, m.month;
