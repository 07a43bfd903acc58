-- Adds to a live count.
INSERT INTO rollups (force, month, class, counted, number)
VALUES ($force, $month, $class, $counted, $change)
ON CONFLICT (force, month, class, counted) DO UPDATE SET number = number + excluded.number;
