-- Tiles by their names.
SELECT t.level AS Level, t.tile_index AS TileIndex, t.hashes AS Hashes
FROM @names n JOIN crimeaudit.tree_tiles t ON t.level = n.level AND t.tile_index = n.tile_index;
