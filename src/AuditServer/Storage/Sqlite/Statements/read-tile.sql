-- A tile.
SELECT hashes FROM tree_tiles WHERE level = $level AND tile_index = $tile_index;
