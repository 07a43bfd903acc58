-- Writes to whom items are given.
UPDATE i
SET i.first_reviewer = n.first_reviewer, i.second_reviewer = n.second_reviewer, i.later_reviewer = n.later_reviewer
FROM crimeaudit.sample_items i JOIN @items n ON n.stratum = i.stratum AND n.position = i.position
WHERE i.audit_no = @audit_no;
