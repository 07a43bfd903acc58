-- What lists of overdue crimes read without folding: what each open crime is, since when its clock runs, how urgent it is. A row
-- without urgency was written before; the program derives those anew before it serves.
ALTER TABLE crimeaudit.open_alleged_crimes ADD presumed int NOT NULL CONSTRAINT open_alleged_crimes_presumed DEFAULT 0;
ALTER TABLE crimeaudit.open_alleged_crimes ADD reported datetime2(6) NULL;
ALTER TABLE crimeaudit.open_alleged_crimes ADD offence_code varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL
  CONSTRAINT open_alleged_crimes_code DEFAULT '';
ALTER TABLE crimeaudit.open_alleged_crimes ADD offence_category nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL
  CONSTRAINT open_alleged_crimes_category DEFAULT '';
ALTER TABLE crimeaudit.open_alleged_crimes ADD reporter_kind int NOT NULL CONSTRAINT open_alleged_crimes_reporter DEFAULT 0;
ALTER TABLE crimeaudit.open_alleged_crimes ADD urgency int NULL;
GO

UPDATE crimeaudit.open_alleged_crimes SET presumed = 1 WHERE LEFT(alleged_ref, 9) = 'presumed:';
GO

-- What is due, of a force: counts by cell need nothing else.
DROP INDEX open_alleged_crimes_by_deadline ON crimeaudit.open_alleged_crimes;
GO

CREATE NONCLUSTERED INDEX open_alleged_crimes_by_deadline ON crimeaudit.open_alleged_crimes (force, deadline)
  INCLUDE (month, class, presumed);
GO

-- A force's crimes worst first: most points, then longest over. Neither changes with time.
CREATE NONCLUSTERED INDEX open_alleged_crimes_worst_first
  ON crimeaudit.open_alleged_crimes (force, urgency DESC, deadline, incident_id, alleged_ref) INCLUDE (class, presumed);
GO

-- Which deadlines come next, of any force.
CREATE NONCLUSTERED INDEX open_alleged_crimes_next_due ON crimeaudit.open_alleged_crimes (deadline, incident_id, alleged_ref);
GO

DROP TYPE crimeaudit.open_crime_rows;
GO

CREATE TYPE crimeaudit.open_crime_rows AS TABLE (
  ordinal           int            NOT NULL PRIMARY KEY,
  incident_id       bigint         NOT NULL,
  alleged_ref       nvarchar(128)  COLLATE Latin1_General_100_BIN2 NOT NULL,
  force             varchar(64)    COLLATE Latin1_General_100_BIN2 NOT NULL,
  deadline          datetime2(6)   NULL,
  month             int            NOT NULL,
  class             int            NOT NULL,
  presumed          int            NOT NULL,
  reported          datetime2(6)   NULL,
  offence_code      varchar(16)    COLLATE Latin1_General_100_BIN2 NOT NULL,
  offence_category  nvarchar(100)  COLLATE Latin1_General_100_BIN2 NOT NULL,
  reporter_kind     int            NOT NULL,
  urgency           int            NOT NULL
);
GO

UPDATE crimeaudit.log_head SET schema_version = 2 WHERE id = 1;
