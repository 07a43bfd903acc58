-- Writes a tile: a new one, or one that has grown.
INSERT INTO tree_tiles (level, tile_index, width, hashes) VALUES ($level, $tile_index, $width, $hashes)
ON CONFLICT (level, tile_index) DO UPDATE SET width = excluded.width, hashes = excluded.hashes;
