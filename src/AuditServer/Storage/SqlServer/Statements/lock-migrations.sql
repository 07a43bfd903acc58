-- Waits until nobody else migrates this database. The lock is the session's and ends with it.
DECLARE @answer int;
EXEC @answer = sp_getapplock @Resource = 'crimeaudit.migrations', @LockMode = 'Exclusive', @LockOwner = 'Session', @LockTimeout = 60000;
IF @answer < 0 THROW 51001, 'another program is migrating this database, and has not ended within a minute', 1;
