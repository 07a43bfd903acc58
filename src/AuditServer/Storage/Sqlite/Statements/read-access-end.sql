-- Behind the last row of the access log. Where rows are kept elsewhere, those that digests cover count as well.
SELECT max (
  coalesce ((SELECT max (access_index) + 1 FROM access_log), 0),
  coalesce ((SELECT max (first_row + row_count) FROM access_digests), 0));
