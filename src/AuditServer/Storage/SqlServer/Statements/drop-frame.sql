-- Drops some units that an earlier attempt to freeze staged.
DELETE TOP (@at_most) FROM crimeaudit.frame_units WHERE audit_no = @audit_no;
