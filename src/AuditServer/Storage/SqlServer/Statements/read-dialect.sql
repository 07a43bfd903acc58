-- Whether the server is Babelfish for PostgreSQL, which creates databases without options.
SELECT CASE WHEN CAST(SERVERPROPERTY('babelfish') AS int) = 1 THEN 1 ELSE 0 END;
