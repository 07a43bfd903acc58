-- Where the log ends.
SELECT size AS Size, accepted_micros AS AcceptedMicros FROM log_head WHERE id = 1;
