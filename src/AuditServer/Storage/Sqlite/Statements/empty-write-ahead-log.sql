-- Moves all that the journal holds into the file and empties it; answers 1 first while a reader still needs it.
PRAGMA wal_checkpoint(TRUNCATE);
