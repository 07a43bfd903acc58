-- Takes tickets in reserve into the sample.
UPDATE crimeaudit.sample_items SET state = 1
WHERE audit_no = @audit_no AND stratum = @stratum AND position >= @from_position AND position <= @to_position AND state = 0;
