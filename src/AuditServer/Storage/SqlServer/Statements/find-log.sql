-- Whether this database holds a log.
SELECT CASE WHEN OBJECT_ID('crimeaudit.log_head') IS NULL THEN 0 ELSE 1 END;
