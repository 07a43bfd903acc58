-- Writes tiles: those that have grown, and new ones.
UPDATE t SET width = n.width, hashes = n.hashes
FROM crimeaudit.tree_tiles t JOIN @tiles n ON n.level = t.level AND n.tile_index = t.tile_index;

INSERT INTO crimeaudit.tree_tiles (level, tile_index, width, hashes)
SELECT n.level, n.tile_index, n.width, n.hashes FROM @tiles n
WHERE NOT EXISTS (SELECT 1 FROM crimeaudit.tree_tiles t WHERE t.level = n.level AND t.tile_index = n.tile_index);
