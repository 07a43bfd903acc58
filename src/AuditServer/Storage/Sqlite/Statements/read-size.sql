-- Where the log ends, in whatever version the schema is.
SELECT size, accepted_micros FROM log_head WHERE id = 1;
