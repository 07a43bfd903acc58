-- Last statement of every turn: where the log ends now.
UPDATE crimeaudit.log_head SET size = @size, accepted = @accepted WHERE id = 1;
