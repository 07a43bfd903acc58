-- First statement of every turn: its lock on the head row puts turns, of all instances, one after the other. Only then is it
-- read where the log ends: what an OUTPUT clause tells after waiting for a lock is of before the wait on some servers.
UPDATE crimeaudit.log_head SET turn = turn + 1 WHERE id = 1;

SELECT size AS Size, accepted AS Accepted, root AS Root, schema_version AS SchemaVersion FROM crimeaudit.log_head WHERE id = 1;
