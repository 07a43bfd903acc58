-- After each migration that is run by hand: the journal learns of it, in the transaction of the migration itself.
IF @@TRANCOUNT = 0 THROW 51002, 'the script above failed: look at what it left behind before going on', 1;
INSERT INTO crimeaudit.schema_versions (ScriptName, Applied) VALUES (N'$script$', GETDATE());
COMMIT TRANSACTION;
GO
