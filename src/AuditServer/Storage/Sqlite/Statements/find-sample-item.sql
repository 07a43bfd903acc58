-- An item of a sample by its unit.
SELECT stratum, position, unit_id, ticket, state, review_entry, due_micros, told, first_reviewer, second_reviewer, later_reviewer
FROM sample_items
WHERE audit_no = $audit_no AND unit_id = $unit_id AND state > 0;
