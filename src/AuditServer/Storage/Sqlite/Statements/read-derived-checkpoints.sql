-- All checkpoints, smallest first.
SELECT size AS Size, version AS Version, note AS Note
FROM checkpoints
ORDER BY size, version;
