-- Where the log ends, with the root of its tree.
SELECT size AS Size, accepted_micros AS AcceptedMicros, root AS Root FROM log_head WHERE id = 1;
