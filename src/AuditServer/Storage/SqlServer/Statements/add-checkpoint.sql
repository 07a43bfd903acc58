-- Adds a signed checkpoint; a further one of a size is its next version.
INSERT INTO crimeaudit.checkpoints (size, version, note)
SELECT @size, COALESCE(MAX(version) + 1, 0), @note FROM crimeaudit.checkpoints WHERE size = @size;
