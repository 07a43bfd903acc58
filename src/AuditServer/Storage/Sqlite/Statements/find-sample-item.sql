-- An item of a sample by its unit.
SELECT stratum, position, review_entry FROM sample_items WHERE audit_no = $audit_no AND unit_id = $unit_id;
