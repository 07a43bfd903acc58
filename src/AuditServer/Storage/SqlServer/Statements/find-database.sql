-- Whether the server has a database of this name. Run in master, before migrate creates it.
SELECT CASE WHEN DB_ID(@name) IS NULL THEN 0 ELSE 1 END;
