-- Before the first migration: all of the service stands in a schema of its own.
IF SCHEMA_ID('crimeaudit') IS NULL EXEC ('CREATE SCHEMA crimeaudit');
