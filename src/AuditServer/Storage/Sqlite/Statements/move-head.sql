-- Last statement of every turn: where the log ends now, and the root of its tree.
UPDATE log_head SET size = $size, accepted_micros = $accepted_micros, root = $root WHERE id = 1;
