-- Begins a reading of which everything is of one moment, that of its first read.
BEGIN;
