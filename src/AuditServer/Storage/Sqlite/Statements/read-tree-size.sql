-- Of how many entries the tiles are.
SELECT COALESCE((SELECT 256 * tile_index + width FROM tree_tiles WHERE level = 0 ORDER BY tile_index DESC LIMIT 1), 0);
