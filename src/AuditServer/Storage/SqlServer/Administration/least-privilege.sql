-- For an administrator, after the first migration and after each later one: what the service needs and no more. Make the role's
-- member the login under which the service runs: ALTER ROLE crimeaudit_service ADD MEMBER [its user]. It can then neither change
-- nor remove an entry, nor alter a table, whatever the program does; what an entry holds goes only together with a redaction that is
-- appended, which a trigger sees to. Migrations run under another login (AuditServer migrate).
IF NOT EXISTS (SELECT 1 FROM sys.database_principals WHERE name = 'crimeaudit_service')
  CREATE ROLE crimeaudit_service;
GO

GRANT SELECT, UPDATE ON crimeaudit.log_head TO crimeaudit_service;
GRANT SELECT, INSERT ON crimeaudit.entries TO crimeaudit_service;
GRANT SELECT, INSERT, DELETE ON crimeaudit.entry_payloads TO crimeaudit_service;
GRANT SELECT, INSERT ON crimeaudit.entry_residues TO crimeaudit_service;
GRANT SELECT, INSERT ON crimeaudit.incident_entries TO crimeaudit_service;
GRANT SELECT, INSERT ON crimeaudit.checkpoints TO crimeaudit_service;
GRANT SELECT, INSERT, UPDATE ON crimeaudit.tree_tiles TO crimeaudit_service;
GRANT SELECT, INSERT ON crimeaudit.item_steps TO crimeaudit_service;
GRANT SELECT, INSERT ON crimeaudit.volume_versions TO crimeaudit_service;
GRANT SELECT, INSERT ON crimeaudit.access_log TO crimeaudit_service;
GRANT SELECT, INSERT ON crimeaudit.access_digests TO crimeaudit_service;
GRANT SELECT, INSERT, UPDATE ON crimeaudit.sources TO crimeaudit_service;
GRANT SELECT, INSERT, UPDATE ON crimeaudit.incidents TO crimeaudit_service;
GRANT SELECT, INSERT, UPDATE ON crimeaudit.rollups TO crimeaudit_service;
GRANT SELECT, INSERT, UPDATE ON crimeaudit.rollups_by_value TO crimeaudit_service;
GRANT SELECT, INSERT, UPDATE ON crimeaudit.rollup_months TO crimeaudit_service;
GRANT SELECT, INSERT, UPDATE ON crimeaudit.public_tables TO crimeaudit_service;
GRANT SELECT, INSERT, UPDATE ON crimeaudit.audits TO crimeaudit_service;
GRANT SELECT, INSERT, UPDATE ON crimeaudit.sample_items TO crimeaudit_service;
GRANT SELECT, INSERT, DELETE ON crimeaudit.open_alleged_crimes TO crimeaudit_service;
GRANT SELECT, INSERT, DELETE ON crimeaudit.no_crime_records TO crimeaudit_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON crimeaudit.frame_units TO crimeaudit_service;
GRANT SELECT ON crimeaudit.schema_versions TO crimeaudit_service;
GO

DENY UPDATE, DELETE ON crimeaudit.entries TO crimeaudit_service;
DENY UPDATE ON crimeaudit.entry_payloads TO crimeaudit_service;
DENY UPDATE, DELETE ON crimeaudit.checkpoints TO crimeaudit_service;
DENY UPDATE, DELETE ON crimeaudit.access_log TO crimeaudit_service;
DENY UPDATE, DELETE ON crimeaudit.access_digests TO crimeaudit_service;
GO

GRANT EXECUTE ON TYPE::crimeaudit.source_names TO crimeaudit_service;
GRANT EXECUTE ON TYPE::crimeaudit.source_touches TO crimeaudit_service;
GRANT EXECUTE ON TYPE::crimeaudit.request_keys TO crimeaudit_service;
GRANT EXECUTE ON TYPE::crimeaudit.incident_names TO crimeaudit_service;
GRANT EXECUTE ON TYPE::crimeaudit.new_entries TO crimeaudit_service;
GRANT EXECUTE ON TYPE::crimeaudit.residue_rows TO crimeaudit_service;
GRANT EXECUTE ON TYPE::crimeaudit.tile_names TO crimeaudit_service;
GRANT EXECUTE ON TYPE::crimeaudit.tile_rows TO crimeaudit_service;
GRANT EXECUTE ON TYPE::crimeaudit.incident_rows TO crimeaudit_service;
GRANT EXECUTE ON TYPE::crimeaudit.open_crime_rows TO crimeaudit_service;
GRANT EXECUTE ON TYPE::crimeaudit.no_crime_record_rows TO crimeaudit_service;
GRANT EXECUTE ON TYPE::crimeaudit.rollup_changes TO crimeaudit_service;
GRANT EXECUTE ON TYPE::crimeaudit.rollup_value_changes TO crimeaudit_service;
GRANT EXECUTE ON TYPE::crimeaudit.rollup_month_names TO crimeaudit_service;
GRANT EXECUTE ON TYPE::crimeaudit.force_names TO crimeaudit_service;
GRANT EXECUTE ON TYPE::crimeaudit.staged_units TO crimeaudit_service;
GRANT EXECUTE ON TYPE::crimeaudit.staged_items TO crimeaudit_service;
GRANT EXECUTE ON TYPE::crimeaudit.assigned_items TO crimeaudit_service;
GRANT EXECUTE ON TYPE::crimeaudit.access_rows TO crimeaudit_service;
GO
