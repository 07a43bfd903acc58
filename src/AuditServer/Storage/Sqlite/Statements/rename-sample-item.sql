-- Puts an item of a sample, or a ticket in reserve, under another unit id.
UPDATE sample_items SET unit_id = $token WHERE audit_no = $audit_no AND unit_id = $unit_id;
