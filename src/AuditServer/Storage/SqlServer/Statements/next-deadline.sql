-- The next deadline of an open crime of any force, from a time on.
SELECT MIN(deadline) FROM crimeaudit.open_alleged_crimes WHERE deadline >= @from;
