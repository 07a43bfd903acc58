-- Ends a reading.
COMMIT;
