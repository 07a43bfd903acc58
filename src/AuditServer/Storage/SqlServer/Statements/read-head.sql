-- Where the log ends.
SELECT size AS Size, accepted AS Accepted FROM crimeaudit.log_head WHERE id = 1;
