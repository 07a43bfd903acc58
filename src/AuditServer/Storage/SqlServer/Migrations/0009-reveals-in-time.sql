-- Until when the secrets of a frozen audit may be revealed; null where none is awaited in time. An audit that was planned before has
-- no such time.
ALTER TABLE crimeaudit.audits ADD reveal_due datetime2(6) NULL;
GO

CREATE NONCLUSTERED INDEX audits_by_reveal_due ON crimeaudit.audits (reveal_due) WHERE reveal_due IS NOT NULL;
GO

UPDATE crimeaudit.log_head SET schema_version = 9 WHERE id = 1;
