-- Adds to live counts: to the cells there are, then those that are new.
UPDATE c
SET number = c.number + d.change
FROM crimeaudit.rollups c
JOIN @changes d ON d.force = c.force AND d.month = c.month AND d.class = c.class AND d.counted = c.counted;

INSERT INTO crimeaudit.rollups (force, month, class, counted, number)
SELECT d.force, d.month, d.class, d.counted, d.change
FROM @changes d
WHERE NOT EXISTS (
  SELECT 1 FROM crimeaudit.rollups c
  WHERE c.force = d.force AND c.month = d.month AND c.class = d.class AND c.counted = d.counted);
