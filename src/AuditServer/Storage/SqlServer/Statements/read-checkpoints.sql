-- Checkpoints after one, smallest first.
SELECT TOP (@at_most) size AS Size, version AS Version, note AS Note FROM crimeaudit.checkpoints
WHERE size > @size OR (size = @size AND version > @version)
ORDER BY size, version;
