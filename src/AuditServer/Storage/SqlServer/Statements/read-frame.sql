-- The units of a frame: stratum by stratum, each in ordinal order.
SELECT stratum AS Stratum, unit_id AS UnitId FROM crimeaudit.frame_units WHERE audit_no = @audit_no ORDER BY stratum, unit_id;
