-- Open crimes of a force whose deadline is still ahead, by what their reports say of a further dimension; qualifiers together.
SELECT
  CASE $dimension
    WHEN 0 THEN i.area WHEN 1 THEN CAST(i.channel AS TEXT) WHEN 2 THEN i.opening_code WHEN 3 THEN i.closing_code WHEN 4 THEN i.qualifiers
  END AS Value,
  o.class AS Class, o.presumed AS Presumed, count(*) AS Number
FROM open_alleged_crimes o JOIN incidents i ON i.incident_id = o.incident_id
WHERE o.force = $force AND o.deadline_micros >= $now_micros AND o.month BETWEEN $from_month AND $to_month
GROUP BY 1, o.class, o.presumed;
