-- Forgets the open alleged crimes of an incident before they are written anew.
DELETE FROM open_alleged_crimes WHERE incident_id = $incident_id;
