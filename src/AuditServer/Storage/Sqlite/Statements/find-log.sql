-- Whether this database holds a log.
SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'log_head';
