-- Last statement of every turn: where the log ends now.
UPDATE log_head SET size = $size, accepted_micros = $accepted_micros WHERE id = 1;
