-- First statement of every turn: its lock on the head row puts turns, of all instances, one after the other. Tells where the log ends.
UPDATE crimeaudit.log_head SET turn = turn + 1
OUTPUT inserted.size AS Size, inserted.accepted AS Accepted, inserted.schema_version AS SchemaVersion
WHERE id = 1;
