-- Notes an entry in the history of an item.
INSERT INTO item_steps (audit_no, stratum, position, entry_index) VALUES ($audit_no, $stratum, $position, $entry_index);
