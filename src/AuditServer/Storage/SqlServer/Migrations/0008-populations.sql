-- What frames read without folding of who reported, why nothing was recorded, and of the records by which a force says that there is
-- no crime. An incident without a kind of reporter was written before: the program derives those anew before it serves.
ALTER TABLE crimeaudit.incidents ADD reporter_kind int NULL;
ALTER TABLE crimeaudit.incidents ADD unrecorded_reasons int NULL;
GO

-- Empty but while a database of an earlier program is brought up to date.
CREATE NONCLUSTERED INDEX incidents_without_reporter ON crimeaudit.incidents (incident_id) WHERE reporter_kind IS NULL;
GO

-- Cancelled crimes (kind 1, ref is the crime's) and N100s (kind 2, named by the request that told them).
CREATE TABLE crimeaudit.no_crime_records (
  incident_id         bigint         NOT NULL,
  kind                int            NOT NULL,
  sender              nvarchar(80)   COLLATE Latin1_General_100_BIN2 NOT NULL,
  ref                 nvarchar(128)  COLLATE Latin1_General_100_BIN2 NOT NULL,
  force               varchar(64)    COLLATE Latin1_General_100_BIN2 NOT NULL,
  recorded            datetime2(6)   NOT NULL,
  recorded_precision  int            NOT NULL,
  groups              int            NOT NULL,
  reason              int            NOT NULL,
  code                varchar(16)    COLLATE Latin1_General_100_BIN2 NOT NULL,
  CONSTRAINT no_crime_records_key PRIMARY KEY CLUSTERED (incident_id, kind, sender, ref)
);
GO

CREATE NONCLUSTERED INDEX no_crime_records_by_time ON crimeaudit.no_crime_records (force, recorded);
GO

CREATE TYPE crimeaudit.no_crime_record_rows AS TABLE (
  ordinal             int            NOT NULL PRIMARY KEY,
  incident_id         bigint         NOT NULL,
  kind                int            NOT NULL,
  sender              nvarchar(80)   COLLATE Latin1_General_100_BIN2 NOT NULL,
  ref                 nvarchar(128)  COLLATE Latin1_General_100_BIN2 NOT NULL,
  force               varchar(64)    COLLATE Latin1_General_100_BIN2 NOT NULL,
  recorded            datetime2(6)   NOT NULL,
  recorded_precision  int            NOT NULL,
  groups              int            NOT NULL,
  reason              int            NOT NULL,
  code                varchar(16)    COLLATE Latin1_General_100_BIN2 NOT NULL
);
GO

DROP TYPE crimeaudit.incident_rows;
GO

CREATE TYPE crimeaudit.incident_rows AS TABLE (
  ordinal               int            NOT NULL PRIMARY KEY,
  incident_id           bigint         NOT NULL,
  force                 varchar(64)    COLLATE Latin1_General_100_BIN2 NOT NULL,
  source_id             bigint         NOT NULL,
  ref                   nvarchar(128)  COLLATE Latin1_General_100_BIN2 NOT NULL,
  status                int            NOT NULL,
  reported              datetime2(6)   NULL,
  reported_precision    int            NOT NULL,
  channel               int            NOT NULL,
  opening_code          nvarchar(64)   COLLATE Latin1_General_100_BIN2 NOT NULL,
  closing_code          nvarchar(64)   COLLATE Latin1_General_100_BIN2 NOT NULL,
  area                  nvarchar(64)   COLLATE Latin1_General_100_BIN2 NOT NULL,
  qualifiers            varchar(700)   COLLATE Latin1_General_100_BIN2 NOT NULL,
  groups                int            NOT NULL,
  reporter_kind         int            NOT NULL,
  unrecorded_reasons    int            NOT NULL,
  alleged_crimes        int            NOT NULL,
  open_crimes           int            NOT NULL,
  crime_records         int            NOT NULL,
  had_open              bit            NOT NULL,
  had_no_crime_records  bit            NOT NULL
);
GO

UPDATE crimeaudit.log_head SET schema_version = 8 WHERE id = 1;
