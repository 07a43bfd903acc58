-- Which version of the schema the file has.
SELECT schema_version FROM log_head WHERE id = 1;
