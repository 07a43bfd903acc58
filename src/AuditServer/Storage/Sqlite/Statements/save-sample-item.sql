-- Writes what became of an item.
UPDATE sample_items
SET state = $state, review_entry = $review_entry, due_micros = $due_micros, told = $told, first_reviewer = $first_reviewer,
    second_reviewer = $second_reviewer, later_reviewer = $later_reviewer
WHERE audit_no = $audit_no AND stratum = $stratum AND position = $position;
