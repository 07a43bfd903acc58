-- Tiles after one, level by level.
SELECT TOP (@at_most) level AS Level, tile_index AS TileIndex, hashes AS Hashes
FROM crimeaudit.tree_tiles
WHERE level > @level OR (level = @level AND tile_index > @tile_index)
ORDER BY level, tile_index;
