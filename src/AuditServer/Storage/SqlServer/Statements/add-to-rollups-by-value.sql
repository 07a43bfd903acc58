-- Adds to live counts of further dimensions' values: to the cells there are, then those that are new.
UPDATE c
SET number = c.number + d.change
FROM crimeaudit.rollups_by_value c
JOIN @changes d
  ON d.force = c.force AND d.dimension = c.dimension AND d.month = c.month AND d.value = c.value AND d.class = c.class
  AND d.counted = c.counted;

INSERT INTO crimeaudit.rollups_by_value (force, dimension, month, value, class, counted, number)
SELECT d.force, d.dimension, d.month, d.value, d.class, d.counted, d.change
FROM @changes d
WHERE NOT EXISTS (
  SELECT 1 FROM crimeaudit.rollups_by_value c
  WHERE c.force = d.force AND c.dimension = d.dimension AND c.month = d.month AND c.value = d.value AND c.class = d.class
    AND c.counted = d.counted);
