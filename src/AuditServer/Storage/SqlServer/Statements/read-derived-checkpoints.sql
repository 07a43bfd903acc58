-- All checkpoints, smallest first.
SELECT size AS Size, version AS Version, note AS Note
FROM crimeaudit.checkpoints
ORDER BY size, version;
