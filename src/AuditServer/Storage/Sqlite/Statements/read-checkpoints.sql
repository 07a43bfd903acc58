-- Checkpoints after one, smallest first.
SELECT size AS Size, version AS Version, note AS Note FROM checkpoints
WHERE (size, version) > ($size, $version)
ORDER BY size, version
LIMIT $at_most;
