-- Behind the last row of the access log. Where rows are kept elsewhere, those that digests cover count as well.
SELECT CASE WHEN e.of_rows > e.of_digests THEN e.of_rows ELSE e.of_digests END
FROM (
  SELECT
    COALESCE((SELECT MAX(a.access_index) + 1 FROM crimeaudit.access_log a), 0) AS of_rows,
    COALESCE((SELECT MAX(d.first_row + d.row_count) FROM crimeaudit.access_digests d), 0) AS of_digests
) e;
