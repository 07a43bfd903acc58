-- What becomes of an item after the draw. State 0 is a ticket in reserve, staged and not in the sample; the others are the
-- contract's. Due is until when the force may answer, told that it was told of a finding.
ALTER TABLE crimeaudit.sample_items ADD state int NOT NULL CONSTRAINT sample_items_state DEFAULT 1;
GO
ALTER TABLE crimeaudit.sample_items ADD due datetime2(6) NULL;
GO
ALTER TABLE crimeaudit.sample_items ADD told bit NOT NULL CONSTRAINT sample_items_told DEFAULT 0;
GO
ALTER TABLE crimeaudit.sample_items ADD first_reviewer nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL;
GO
ALTER TABLE crimeaudit.sample_items ADD second_reviewer nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL;
GO
ALTER TABLE crimeaudit.sample_items ADD later_reviewer nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL;
GO

-- The entries that make the history of an item. What they say stays in their payloads alone, so that it can be erased.
CREATE TABLE crimeaudit.item_steps (
  audit_no     bigint  NOT NULL,
  stratum      int     NOT NULL,
  position     bigint  NOT NULL,
  entry_index  bigint  NOT NULL,
  CONSTRAINT item_steps_key PRIMARY KEY CLUSTERED (audit_no, stratum, position, entry_index)
);
GO

INSERT INTO crimeaudit.item_steps (audit_no, stratum, position, entry_index)
SELECT audit_no, stratum, position, review_entry FROM crimeaudit.sample_items WHERE review_entry IS NOT NULL;
GO

UPDATE crimeaudit.sample_items SET state = 10 WHERE review_entry IS NOT NULL;
GO

CREATE NONCLUSTERED INDEX sample_items_by_due ON crimeaudit.sample_items (due) WHERE due IS NOT NULL;
GO

CREATE TYPE crimeaudit.assigned_items AS TABLE (
  ordinal          int            NOT NULL PRIMARY KEY,
  stratum          int            NOT NULL,
  position         bigint         NOT NULL,
  first_reviewer   nvarchar(128)  COLLATE Latin1_General_100_BIN2 NULL,
  second_reviewer  nvarchar(128)  COLLATE Latin1_General_100_BIN2 NULL,
  later_reviewer   nvarchar(128)  COLLATE Latin1_General_100_BIN2 NULL
);
GO

UPDATE crimeaudit.log_head SET schema_version = 6 WHERE id = 1;
