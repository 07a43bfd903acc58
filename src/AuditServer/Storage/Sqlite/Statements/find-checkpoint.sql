-- The latest checkpoint of a size or, where there is none of it, below.
SELECT size AS Size, note AS Note FROM checkpoints
WHERE size <= $size
ORDER BY size DESC, version DESC
LIMIT 1;
