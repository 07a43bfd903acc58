-- Notes which rows of the access log an entry covers.
INSERT INTO crimeaudit.access_digests (entry_index, first_row, row_count) VALUES (@entry_index, @first_row, @row_count);
