-- The public table of a force.
SELECT day AS Day, document AS Document FROM public_tables WHERE force = $force;
