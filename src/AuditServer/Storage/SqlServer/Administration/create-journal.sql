-- The journal: which scripts this database has seen. The program makes it by itself where it migrates.
IF OBJECT_ID('crimeaudit.schema_versions') IS NULL
  CREATE TABLE crimeaudit.schema_versions (
    Id          int            IDENTITY(1, 1) NOT NULL CONSTRAINT PK_schema_versions_Id PRIMARY KEY,
    ScriptName  nvarchar(255)  NOT NULL,
    Applied     datetime       NOT NULL
  );
GO
