-- Behind the last row of the access log that an entry covers.
SELECT COALESCE(MAX(first_row + row_count), 0) FROM crimeaudit.access_digests;
