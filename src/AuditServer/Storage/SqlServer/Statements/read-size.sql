-- Where the log ends, in whatever version the schema is.
SELECT size AS Size, accepted AS Accepted FROM crimeaudit.log_head WHERE id = 1;
