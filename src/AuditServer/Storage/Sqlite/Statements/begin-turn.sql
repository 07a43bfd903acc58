-- Begins a turn with the file's only write lock, across processes.
BEGIN IMMEDIATE;
