-- Live counts by one further dimension (RollupDimension), and what the report says of it. An incident without an area was written
-- before: the program counts those before it serves. Public tables: what outsiders are told of a force, one a day.
CREATE TABLE crimeaudit.rollups_by_value (
  force      varchar(64)   COLLATE Latin1_General_100_BIN2 NOT NULL,
  dimension  int           NOT NULL,
  month      int           NOT NULL,
  value      nvarchar(64)  COLLATE Latin1_General_100_BIN2 NOT NULL,
  class      int           NOT NULL,
  counted    int           NOT NULL,
  number     bigint        NOT NULL,
  CONSTRAINT rollups_by_value_key PRIMARY KEY CLUSTERED (force, dimension, month, value, class, counted)
);
GO

ALTER TABLE crimeaudit.incidents ADD area nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE crimeaudit.incidents ADD channel int NULL;
ALTER TABLE crimeaudit.incidents ADD closing_code nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL;
GO

-- Empty but while a database of an earlier program is brought up to date.
CREATE NONCLUSTERED INDEX incidents_not_counted_by_value ON crimeaudit.incidents (incident_id) WHERE area IS NULL;
GO

-- The document is the answer itself, so that everyone who asks gets the same one.
CREATE TABLE crimeaudit.public_tables (
  force     varchar(64)     COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT public_tables_key PRIMARY KEY CLUSTERED,
  day       int             NOT NULL,
  document  varbinary(max)  NOT NULL
);
GO

DROP TYPE crimeaudit.incident_rows;
GO

CREATE TYPE crimeaudit.incident_rows AS TABLE (
  ordinal             int            NOT NULL PRIMARY KEY,
  incident_id         bigint         NOT NULL,
  force               varchar(64)    COLLATE Latin1_General_100_BIN2 NOT NULL,
  source_id           bigint         NOT NULL,
  ref                 nvarchar(128)  COLLATE Latin1_General_100_BIN2 NOT NULL,
  status              int            NOT NULL,
  reported            datetime2(6)   NULL,
  reported_precision  int            NOT NULL,
  channel             int            NOT NULL,
  opening_code        nvarchar(64)   COLLATE Latin1_General_100_BIN2 NOT NULL,
  closing_code        nvarchar(64)   COLLATE Latin1_General_100_BIN2 NOT NULL,
  area                nvarchar(64)   COLLATE Latin1_General_100_BIN2 NOT NULL,
  qualifiers          varchar(700)   COLLATE Latin1_General_100_BIN2 NOT NULL,
  groups              int            NOT NULL,
  alleged_crimes      int            NOT NULL,
  open_crimes         int            NOT NULL,
  crime_records       int            NOT NULL,
  had_open            bit            NOT NULL
);
GO

CREATE TYPE crimeaudit.rollup_value_changes AS TABLE (
  ordinal    int           NOT NULL PRIMARY KEY,
  force      varchar(64)   COLLATE Latin1_General_100_BIN2 NOT NULL,
  dimension  int           NOT NULL,
  month      int           NOT NULL,
  value      nvarchar(64)  COLLATE Latin1_General_100_BIN2 NOT NULL,
  class      int           NOT NULL,
  counted    int           NOT NULL,
  change     bigint        NOT NULL
);
GO

UPDATE crimeaudit.log_head SET schema_version = 4 WHERE id = 1;
