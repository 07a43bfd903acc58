-- Checkpoints of larger sizes than one, smallest first.
SELECT size AS Size, note AS Note FROM checkpoints WHERE size > $after ORDER BY size, version LIMIT $at_most;
