-- All tiles of the tree, level by level.
SELECT level AS Level, tile_index AS TileIndex, width AS Width, hashes AS Hashes
FROM crimeaudit.tree_tiles
ORDER BY level, tile_index;
