-- Checkpoints of larger sizes than one, smallest first.
SELECT TOP (@at_most) size AS Size, note AS Note FROM crimeaudit.checkpoints WHERE size > @after ORDER BY size, version;
