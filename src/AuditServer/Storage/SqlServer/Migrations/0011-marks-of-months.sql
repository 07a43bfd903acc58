-- How often a turn changed live counts of a month. What was counted before changed once.
CREATE TABLE crimeaudit.rollup_months (
  force    varchar(64)  COLLATE Latin1_General_100_BIN2 NOT NULL,
  month    int          NOT NULL,
  changes  bigint       NOT NULL,
  CONSTRAINT rollup_months_key PRIMARY KEY CLUSTERED (force, month)
);
GO

INSERT INTO crimeaudit.rollup_months (force, month, changes)
SELECT DISTINCT force, month, 1 FROM crimeaudit.rollups;
GO

CREATE TYPE crimeaudit.rollup_month_names AS TABLE (
  ordinal  int          NOT NULL PRIMARY KEY,
  force    varchar(64)  COLLATE Latin1_General_100_BIN2 NOT NULL,
  month    int          NOT NULL
);
GO

UPDATE crimeaudit.log_head SET schema_version = 11 WHERE id = 1;
