-- The payload of an entry.
SELECT payload FROM entry_payloads WHERE entry_index = $entry_index;
