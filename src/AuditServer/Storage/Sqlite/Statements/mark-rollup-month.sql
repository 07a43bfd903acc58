-- Marks a month of which a live count changes. The number only ever grows: as long as it is the same, so are all counts of the month.
INSERT INTO rollup_months (force, month, changes)
VALUES ($force, $month, 1)
ON CONFLICT (force, month) DO UPDATE SET changes = changes + 1;
