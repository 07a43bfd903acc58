-- Which version of the schema the database has.
SELECT schema_version FROM crimeaudit.log_head WHERE id = 1;
