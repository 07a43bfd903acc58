-- Tiles after one, level by level.
SELECT level, tile_index, hashes FROM tree_tiles
WHERE (level, tile_index) > ($level, $tile_index)
ORDER BY level, tile_index
LIMIT $at_most;
