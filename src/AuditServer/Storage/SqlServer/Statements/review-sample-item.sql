-- Notes the entry that reviews an item.
UPDATE crimeaudit.sample_items SET review_entry = @review_entry
WHERE audit_no = @audit_no AND stratum = @stratum AND position = @position;
