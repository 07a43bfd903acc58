-- After each migration that is run by hand: the journal learns of it, in the transaction of the migration itself.
INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('$script$', datetime('now'));
