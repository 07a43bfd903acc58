-- Whether reading under READ COMMITTED uses row versions in this database.
SELECT is_read_committed_snapshot_on FROM sys.databases WHERE database_id = DB_ID();
