-- The journal: which scripts this file has seen. The program makes it by itself where it migrates.
CREATE TABLE IF NOT EXISTS SchemaVersions (
  SchemaVersionID  INTEGER CONSTRAINT 'PK_SchemaVersions_SchemaVersionID' PRIMARY KEY AUTOINCREMENT NOT NULL,
  ScriptName       TEXT NOT NULL,
  Applied          DATETIME NOT NULL
);
