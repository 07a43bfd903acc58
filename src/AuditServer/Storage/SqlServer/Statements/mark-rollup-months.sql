-- Marks months of which a live count changes: those there are, then those that are new. The number only ever grows: as long as it is
-- the same, so are all counts of the month.
UPDATE m
SET changes = m.changes + 1
FROM crimeaudit.rollup_months m
JOIN @months d ON d.force = m.force AND d.month = m.month;

INSERT INTO crimeaudit.rollup_months (force, month, changes)
SELECT d.force, d.month, 1
FROM @months d
WHERE NOT EXISTS (SELECT 1 FROM crimeaudit.rollup_months m WHERE m.force = d.force AND m.month = d.month);
