-- Behind the last row of the access log that an entry covers.
SELECT coalesce (max (first_row + row_count), 0) FROM access_digests;
