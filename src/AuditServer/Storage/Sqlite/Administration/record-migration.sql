INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('$script$', datetime('now'));
