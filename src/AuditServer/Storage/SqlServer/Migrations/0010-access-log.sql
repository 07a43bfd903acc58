-- Who read records that can tell of persons. What was read is named by indexes of entries and ids of audits, never by a reference, so
-- that nothing has to be erased here.
CREATE TABLE crimeaudit.access_log (
  access_index  bigint         NOT NULL CONSTRAINT access_log_key PRIMARY KEY CLUSTERED,
  at            datetime2(6)   NOT NULL,
  subject       nvarchar(256)  COLLATE Latin1_General_100_BIN2 NOT NULL,
  roles         varchar(100)   COLLATE Latin1_General_100_BIN2 NOT NULL,
  home_forces   varchar(2000)  COLLATE Latin1_General_100_BIN2 NOT NULL,
  method        varchar(200)   COLLATE Latin1_General_100_BIN2 NOT NULL,
  force         varchar(64)    COLLATE Latin1_General_100_BIN2 NOT NULL,
  records       varchar(200)   COLLATE Latin1_General_100_BIN2 NOT NULL,
  number        bigint         NOT NULL
);
GO

CREATE TRIGGER crimeaudit.accesses_are_append_only ON crimeaudit.access_log AFTER UPDATE, DELETE AS
BEGIN
  THROW 51000, 'the access log is append-only', 1;
END;
GO

-- Which entries of kind 5 (access) cover which rows.
CREATE TABLE crimeaudit.access_digests (
  entry_index  bigint  NOT NULL CONSTRAINT access_digests_key PRIMARY KEY CLUSTERED,
  first_row    bigint  NOT NULL CONSTRAINT access_digests_rows UNIQUE NONCLUSTERED,
  row_count    bigint  NOT NULL
);
GO

CREATE TRIGGER crimeaudit.access_digests_are_append_only ON crimeaudit.access_digests AFTER UPDATE, DELETE AS
BEGIN
  THROW 51000, 'the access log is append-only', 1;
END;
GO

CREATE TYPE crimeaudit.access_rows AS TABLE (
  ordinal       int            NOT NULL PRIMARY KEY,
  access_index  bigint         NOT NULL,
  at            datetime2(6)   NOT NULL,
  subject       nvarchar(256)  COLLATE Latin1_General_100_BIN2 NOT NULL,
  roles         varchar(100)   COLLATE Latin1_General_100_BIN2 NOT NULL,
  home_forces   varchar(2000)  COLLATE Latin1_General_100_BIN2 NOT NULL,
  method        varchar(200)   COLLATE Latin1_General_100_BIN2 NOT NULL,
  force         varchar(64)    COLLATE Latin1_General_100_BIN2 NOT NULL,
  records       varchar(200)   COLLATE Latin1_General_100_BIN2 NOT NULL,
  number        bigint         NOT NULL
);
GO

UPDATE crimeaudit.log_head SET schema_version = 10 WHERE id = 1;
