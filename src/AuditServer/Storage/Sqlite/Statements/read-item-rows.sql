-- Items of a sample as a turn sees them, and tickets in reserve, from a place in a stratum on.
SELECT stratum, position, unit_id, ticket, state, review_entry, due_micros, told, first_reviewer, second_reviewer, later_reviewer
FROM sample_items
WHERE audit_no = $audit_no AND ($only_stratum IS NULL OR stratum = $only_stratum) AND position >= $from_position
  AND (state = 0) = $in_reserve
ORDER BY stratum, position
LIMIT $at_most;
