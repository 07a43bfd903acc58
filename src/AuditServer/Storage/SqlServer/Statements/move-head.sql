-- Last statement of every turn: where the log ends now, and the root of its tree.
UPDATE crimeaudit.log_head SET size = @size, accepted = @accepted, root = @root WHERE id = 1;
