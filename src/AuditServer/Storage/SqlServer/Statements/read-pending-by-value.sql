-- Open crimes of a force whose deadline is still ahead, by what their reports say of a further dimension; qualifiers together.
SELECT
  p.Value, CAST(p.class AS bigint) AS Class, CAST(p.presumed AS bigint) AS Presumed, COUNT_BIG(*) AS Number
FROM (
  SELECT
    CASE @dimension
      WHEN 0 THEN i.area WHEN 1 THEN CAST(i.channel AS nvarchar(64)) COLLATE Latin1_General_100_BIN2 WHEN 2 THEN i.opening_code
      WHEN 3 THEN i.closing_code WHEN 4 THEN CAST(i.qualifiers AS nvarchar(700)) COLLATE Latin1_General_100_BIN2
    END AS Value,
    o.class, o.presumed
  FROM crimeaudit.open_alleged_crimes o JOIN crimeaudit.incidents i ON i.incident_id = o.incident_id
  WHERE o.force = @force AND o.deadline >= @now AND o.month BETWEEN @from_month AND @to_month) p
GROUP BY p.Value, p.class, p.presumed;
