-- Of how many entries the tiles are.
SELECT COALESCE(MAX(256 * tile_index + width), 0) FROM crimeaudit.tree_tiles
WHERE level = 0 AND tile_index = (SELECT MAX(tile_index) FROM crimeaudit.tree_tiles WHERE level = 0);
