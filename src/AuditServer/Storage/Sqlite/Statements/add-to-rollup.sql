-- Adds to a live count.
INSERT INTO rollups (force, month, class, offence_group, counted, number)
VALUES ($force, $month, $class, $offence_group, $counted, $change)
ON CONFLICT (force, month, class, offence_group, counted) DO UPDATE SET number = number + excluded.number;
