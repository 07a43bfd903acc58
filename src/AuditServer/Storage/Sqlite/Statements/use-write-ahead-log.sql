-- Once for the file: readers never wait for the writer.
PRAGMA journal_mode = WAL;
