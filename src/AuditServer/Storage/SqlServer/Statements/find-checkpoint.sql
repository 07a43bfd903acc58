-- The latest checkpoint of a size or, where there is none of it, below.
SELECT TOP (1) size AS Size, note AS Note FROM crimeaudit.checkpoints
WHERE size <= @size
ORDER BY size DESC, version DESC;
