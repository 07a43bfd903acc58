-- For an administrator, optional: page compression of what grows for ever, and a columnstore index for cross-tabulations of the
-- whole of the incidents. Needs an edition that has them (Standard and above, Azure SQL). Run it in a quiet hour: each rebuild
-- reads its whole table.
ALTER INDEX entries_key ON crimeaudit.entries REBUILD WITH (DATA_COMPRESSION = PAGE);
GO

ALTER INDEX entries_request_ids ON crimeaudit.entries REBUILD WITH (DATA_COMPRESSION = PAGE);
GO

ALTER INDEX entry_payloads_key ON crimeaudit.entry_payloads REBUILD WITH (DATA_COMPRESSION = PAGE);
GO

ALTER INDEX incident_entries_key ON crimeaudit.incident_entries REBUILD WITH (DATA_COMPRESSION = PAGE);
GO

ALTER INDEX incidents_key ON crimeaudit.incidents REBUILD WITH (DATA_COMPRESSION = PAGE);
GO

ALTER INDEX frame_units_key ON crimeaudit.frame_units REBUILD WITH (DATA_COMPRESSION = PAGE);
GO

CREATE NONCLUSTERED COLUMNSTORE INDEX incidents_columns
  ON crimeaudit.incidents (force, reported, opening_code, status, groups, alleged_crimes, open_crimes, crime_records);
GO
