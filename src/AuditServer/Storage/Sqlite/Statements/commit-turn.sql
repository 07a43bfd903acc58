-- Makes a turn durable.
COMMIT;
