-- Adds to a live count of a further dimension's value.
INSERT INTO rollups_by_value (force, dimension, month, value, class, counted, number)
VALUES ($force, $dimension, $month, $value, $class, $counted, $change)
ON CONFLICT (force, dimension, month, value, class, counted) DO UPDATE SET number = number + excluded.number;
