-- Undoes a turn that failed or was empty.
ROLLBACK;
