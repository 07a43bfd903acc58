-- Writes to whom an item is given.
UPDATE sample_items SET first_reviewer = $first_reviewer, second_reviewer = $second_reviewer, later_reviewer = $later_reviewer
WHERE audit_no = $audit_no AND stratum = $stratum AND position = $position;
