-- References and names are compared byte by byte (BIN2), never by a language's rules; times are UTC to the microsecond. The
-- log first: entries and entry_payloads are the evidence, every other table is derived from them.
CREATE TABLE crimeaudit.log_head (
  id              int           NOT NULL CONSTRAINT log_head_key PRIMARY KEY CLUSTERED CONSTRAINT log_head_is_one_row CHECK (id = 1),
  size            bigint        NOT NULL CONSTRAINT log_head_size CHECK (size >= 0),
  accepted        datetime2(6)  NOT NULL,
  turn            bigint        NOT NULL,
  schema_version  int           NOT NULL
);
GO

INSERT INTO crimeaudit.log_head (id, size, accepted, turn, schema_version) VALUES (1, 0, '1970-01-01', 0, 1);
GO

-- A sending system of a force. Ids are dense in the order in which the log first heard of them.
CREATE TABLE crimeaudit.sources (
  source_id      bigint        NOT NULL CONSTRAINT sources_key PRIMARY KEY CLUSTERED,
  force          varchar(64)   COLLATE Latin1_General_100_BIN2 NOT NULL,
  source_system  nvarchar(80)  COLLATE Latin1_General_100_BIN2 NOT NULL,
  last_accepted  datetime2(6)  NULL,
  last_event     datetime2(6)  NULL,
  CONSTRAINT sources_names UNIQUE NONCLUSTERED (force, source_system)
);
GO

-- Clustered on the dense index: appending writes at the end, and reading a range reads neighbours.
CREATE TABLE crimeaudit.entries (
  entry_index  bigint         NOT NULL CONSTRAINT entries_key PRIMARY KEY CLUSTERED,
  kind         int            NOT NULL,
  source_id    bigint         NOT NULL CONSTRAINT entries_source REFERENCES crimeaudit.sources (source_id),
  request_id   nvarchar(128)  COLLATE Latin1_General_100_BIN2 NOT NULL,
  accepted     datetime2(6)   NOT NULL,
  digest       binary(32)     NOT NULL,
  CONSTRAINT entries_request_ids UNIQUE NONCLUSTERED (source_id, request_id)
);
GO

CREATE TABLE crimeaudit.entry_payloads (
  entry_index  bigint          NOT NULL CONSTRAINT entry_payloads_key PRIMARY KEY CLUSTERED
                               CONSTRAINT entry_payloads_entry REFERENCES crimeaudit.entries (entry_index),
  salt         varbinary(64)   NOT NULL,
  payload      varbinary(max)  NOT NULL
);
GO

CREATE TRIGGER crimeaudit.entries_are_append_only ON crimeaudit.entries AFTER UPDATE, DELETE AS
BEGIN
  THROW 51000, 'entries are append-only', 1;
END;
GO

CREATE TRIGGER crimeaudit.payloads_are_append_only ON crimeaudit.entry_payloads AFTER UPDATE AS
BEGIN
  THROW 51000, 'payloads are append-only', 1;
END;
GO

-- An incident's id is the index of its first entry: immutable, so lists and pages are ordered by it.
CREATE TABLE crimeaudit.incidents (
  incident_id         bigint         NOT NULL CONSTRAINT incidents_key PRIMARY KEY CLUSTERED,
  force               varchar(64)    COLLATE Latin1_General_100_BIN2 NOT NULL,
  source_id           bigint         NOT NULL CONSTRAINT incidents_source REFERENCES crimeaudit.sources (source_id),
  ref                 nvarchar(128)  COLLATE Latin1_General_100_BIN2 NOT NULL,
  status              int            NOT NULL,
  reported            datetime2(6)   NULL,
  reported_precision  int            NOT NULL,
  opening_code        nvarchar(64)   COLLATE Latin1_General_100_BIN2 NOT NULL,
  qualifiers          varchar(700)   COLLATE Latin1_General_100_BIN2 NOT NULL,
  groups              int            NOT NULL,
  alleged_crimes      int            NOT NULL,
  open_crimes         int            NOT NULL,
  crime_records       int            NOT NULL,
  CONSTRAINT incidents_names UNIQUE NONCLUSTERED (source_id, ref)
);
GO

-- A force's list in its pages.
CREATE NONCLUSTERED INDEX incidents_by_force ON crimeaudit.incidents (force, incident_id);
GO

-- A frame reads all of a window: covered, so that a million units cost no look-up each.
CREATE NONCLUSTERED INDEX incidents_by_report ON crimeaudit.incidents (force, reported)
  INCLUDE (source_id, ref, status, reported_precision, opening_code, qualifiers, groups);
GO

-- Which entries speak of an incident.
CREATE TABLE crimeaudit.incident_entries (
  incident_id  bigint  NOT NULL,
  entry_index  bigint  NOT NULL,
  CONSTRAINT incident_entries_key PRIMARY KEY CLUSTERED (incident_id, entry_index)
);
GO

-- Alleged crimes that nothing answers yet. Whether one is overdue depends on the time of asking.
CREATE TABLE crimeaudit.open_alleged_crimes (
  incident_id  bigint         NOT NULL,
  alleged_ref  nvarchar(128)  COLLATE Latin1_General_100_BIN2 NOT NULL,
  force        varchar(64)    COLLATE Latin1_General_100_BIN2 NOT NULL,
  deadline     datetime2(6)   NULL,
  month        int            NOT NULL,
  class        int            NOT NULL,
  CONSTRAINT open_alleged_crimes_key PRIMARY KEY CLUSTERED (incident_id, alleged_ref)
);
GO

-- What is due, of a force, from a moment on.
CREATE NONCLUSTERED INDEX open_alleged_crimes_by_deadline ON crimeaudit.open_alleged_crimes (force, deadline) INCLUDE (month, class);
GO

-- Live counts: what is counted (RollupCount) in a cell of force, month of the report and offence class.
CREATE TABLE crimeaudit.rollups (
  force    varchar(64)  COLLATE Latin1_General_100_BIN2 NOT NULL,
  month    int          NOT NULL,
  class    int          NOT NULL,
  counted  int          NOT NULL,
  number   bigint       NOT NULL,
  CONSTRAINT rollups_key PRIMARY KEY CLUSTERED (force, month, class, counted)
);
GO

-- An audit's number is the index of its first entry. The document is the derived contract message, with the progress of
-- reviews. Only the freeze attempt of that number may stage units.
CREATE TABLE crimeaudit.audits (
  audit_no        bigint          NOT NULL CONSTRAINT audits_key PRIMARY KEY CLUSTERED,
  audit_id        varchar(64)     COLLATE Latin1_General_100_BIN2 NOT NULL,
  force           varchar(64)     COLLATE Latin1_General_100_BIN2 NOT NULL,
  document        varbinary(max)  NOT NULL,
  freeze_attempt  bigint          NOT NULL,
  CONSTRAINT audits_ids UNIQUE NONCLUSTERED (audit_id)
);
GO

-- Units of a frame, in the order in which they are read and hashed. Staged in chunks before the freeze is an entry; they
-- count only once it is. A unit's id is percent-encoded, and the check of an update keeps it within 800 characters.
CREATE TABLE crimeaudit.frame_units (
  audit_no  bigint        NOT NULL,
  stratum   int           NOT NULL,
  unit_id   varchar(800)  COLLATE Latin1_General_100_BIN2 NOT NULL,
  CONSTRAINT frame_units_key PRIMARY KEY CLUSTERED (audit_no, stratum, unit_id)
);
GO

-- Units drawn, by their place in ticket order. Staged like a frame; the review is the entry that holds it.
CREATE TABLE crimeaudit.sample_items (
  audit_no      bigint        NOT NULL,
  stratum       int           NOT NULL,
  position      bigint        NOT NULL,
  unit_id       varchar(800)  COLLATE Latin1_General_100_BIN2 NOT NULL,
  ticket        varchar(100)  COLLATE Latin1_General_100_BIN2 NOT NULL,
  review_entry  bigint        NULL,
  CONSTRAINT sample_items_key PRIMARY KEY CLUSTERED (audit_no, stratum, position),
  CONSTRAINT sample_items_units UNIQUE NONCLUSTERED (audit_no, unit_id)
);
GO

CREATE TABLE crimeaudit.volume_versions (
  version      nvarchar(64)  COLLATE Latin1_General_100_BIN2 NOT NULL,
  entry_index  bigint        NOT NULL,
  CONSTRAINT volume_versions_key PRIMARY KEY CLUSTERED (version)
);
GO

-- Sets of rows as the service sends them: each statement of a turn takes its whole set at once. The ordinal keeps the
-- order in which they were sent.
CREATE TYPE crimeaudit.source_names AS TABLE (
  ordinal        int           NOT NULL PRIMARY KEY,
  force          varchar(64)   COLLATE Latin1_General_100_BIN2 NOT NULL,
  source_system  nvarchar(80)  COLLATE Latin1_General_100_BIN2 NOT NULL
);
GO

CREATE TYPE crimeaudit.source_touches AS TABLE (
  ordinal    int           NOT NULL PRIMARY KEY,
  source_id  bigint        NOT NULL,
  accepted   datetime2(6)  NOT NULL,
  event      datetime2(6)  NULL
);
GO

CREATE TYPE crimeaudit.request_keys AS TABLE (
  ordinal     int            NOT NULL PRIMARY KEY,
  source_id   bigint         NOT NULL,
  request_id  nvarchar(128)  COLLATE Latin1_General_100_BIN2 NOT NULL
);
GO

CREATE TYPE crimeaudit.incident_names AS TABLE (
  ordinal    int            NOT NULL PRIMARY KEY,
  source_id  bigint         NOT NULL,
  ref        nvarchar(128)  COLLATE Latin1_General_100_BIN2 NOT NULL
);
GO

CREATE TYPE crimeaudit.new_entries AS TABLE (
  ordinal      int             NOT NULL PRIMARY KEY,
  entry_index  bigint          NOT NULL,
  kind         int             NOT NULL,
  source_id    bigint          NOT NULL,
  request_id   nvarchar(128)   COLLATE Latin1_General_100_BIN2 NOT NULL,
  accepted     datetime2(6)    NOT NULL,
  digest       binary(32)      NOT NULL,
  salt         varbinary(64)   NOT NULL,
  payload      varbinary(max)  NOT NULL,
  incident_id  bigint          NULL
);
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
  opening_code        nvarchar(64)   COLLATE Latin1_General_100_BIN2 NOT NULL,
  qualifiers          varchar(700)   COLLATE Latin1_General_100_BIN2 NOT NULL,
  groups              int            NOT NULL,
  alleged_crimes      int            NOT NULL,
  open_crimes         int            NOT NULL,
  crime_records       int            NOT NULL,
  had_open            bit            NOT NULL
);
GO

CREATE TYPE crimeaudit.open_crime_rows AS TABLE (
  ordinal      int            NOT NULL PRIMARY KEY,
  incident_id  bigint         NOT NULL,
  alleged_ref  nvarchar(128)  COLLATE Latin1_General_100_BIN2 NOT NULL,
  force        varchar(64)    COLLATE Latin1_General_100_BIN2 NOT NULL,
  deadline     datetime2(6)   NULL,
  month        int            NOT NULL,
  class        int            NOT NULL
);
GO

CREATE TYPE crimeaudit.rollup_changes AS TABLE (
  ordinal  int          NOT NULL PRIMARY KEY,
  force    varchar(64)  COLLATE Latin1_General_100_BIN2 NOT NULL,
  month    int          NOT NULL,
  class    int          NOT NULL,
  counted  int          NOT NULL,
  change   bigint       NOT NULL
);
GO

CREATE TYPE crimeaudit.force_names AS TABLE (
  ordinal  int          NOT NULL PRIMARY KEY,
  force    varchar(64)  COLLATE Latin1_General_100_BIN2 NOT NULL
);
GO

CREATE TYPE crimeaudit.staged_units AS TABLE (
  ordinal  int           NOT NULL PRIMARY KEY,
  stratum  int           NOT NULL,
  unit_id  varchar(800)  COLLATE Latin1_General_100_BIN2 NOT NULL
);
GO

CREATE TYPE crimeaudit.staged_items AS TABLE (
  ordinal   int           NOT NULL PRIMARY KEY,
  stratum   int           NOT NULL,
  position  bigint        NOT NULL,
  unit_id   varchar(800)  COLLATE Latin1_General_100_BIN2 NOT NULL,
  ticket    varchar(100)  COLLATE Latin1_General_100_BIN2 NOT NULL
);
