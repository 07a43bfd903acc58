-- Notes a version of recorded-crime volumes.
INSERT INTO crimeaudit.volume_versions (version, entry_index) VALUES (@version, @entry_index);
