-- Where the log ends, with the root of its tree.
SELECT size AS Size, accepted AS Accepted, root AS Root FROM crimeaudit.log_head WHERE id = 1;
