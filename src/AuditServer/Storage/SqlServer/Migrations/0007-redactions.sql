-- What is left of entries of which the references were erased: the payload goes, and the residue stands in for it. The entry of kind 4
-- (redaction) that is named holds the same residue; in a log that is moved it can stand still to come.
CREATE TABLE crimeaudit.entry_residues (
  entry_index      bigint          NOT NULL CONSTRAINT entry_residues_key PRIMARY KEY CLUSTERED
                                   CONSTRAINT entry_residues_entry REFERENCES crimeaudit.entries (entry_index),
  redaction_entry  bigint          NOT NULL,
  residue          varbinary(max)  NOT NULL
);
GO

CREATE TRIGGER crimeaudit.residues_are_append_only ON crimeaudit.entry_residues AFTER UPDATE, DELETE AS
BEGIN
  THROW 51000, 'residues are append-only', 1;
END;
GO

-- A payload goes only in the transaction that appends the redaction: it is past the head, which moves last.
CREATE TRIGGER crimeaudit.payloads_are_erased_by_a_redaction ON crimeaudit.entry_payloads AFTER DELETE AS
BEGIN
  IF EXISTS (
    SELECT 1 FROM deleted d
    WHERE NOT EXISTS (
      SELECT 1 FROM crimeaudit.entry_residues r JOIN crimeaudit.entries e ON e.entry_index = r.redaction_entry
      WHERE r.entry_index = d.entry_index AND e.kind = 4
        AND e.entry_index >= (SELECT h.size FROM crimeaudit.log_head h WHERE h.id = 1)))
    THROW 51000, 'payloads are erased by a redaction alone', 1;
END;
GO

CREATE NONCLUSTERED INDEX redactions ON crimeaudit.entries (entry_index) WHERE kind = 4;
GO

-- A unit whose incident was erased stands under a token. How many units of its stratum stand before it, the leaf of the frame's digest
-- and the ticket are kept from the id that it had; otherwise they follow from the id and are NULL.
ALTER TABLE crimeaudit.frame_units ADD place bigint NULL;
GO
ALTER TABLE crimeaudit.frame_units ADD leaf_hash binary(32) NULL;
GO
ALTER TABLE crimeaudit.frame_units ADD ticket varchar(100) COLLATE Latin1_General_100_BIN2 NULL;
GO

CREATE NONCLUSTERED INDEX erased_units ON crimeaudit.frame_units (audit_no, stratum, place) WHERE place IS NOT NULL;
GO

DROP TYPE crimeaudit.new_entries;
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
  incident_id  bigint          NULL,
  redacted_by  bigint          NULL
);
GO

CREATE TYPE crimeaudit.residue_rows AS TABLE (
  ordinal          int             NOT NULL PRIMARY KEY,
  entry_index      bigint          NOT NULL,
  redaction_entry  bigint          NOT NULL,
  residue          varbinary(max)  NOT NULL
);
GO

UPDATE crimeaudit.log_head SET schema_version = 7 WHERE id = 1;
