-- The tree over the leaf texts of the entries, in tiles of 256 hashes (C2SP tlog-tiles): level 0 holds leaf hashes, each further
-- level the roots of whole tiles below. The last tile of a level is written anew until it is whole.
CREATE TABLE tree_tiles (
  level       INTEGER NOT NULL CHECK (level BETWEEN 0 AND 7),
  tile_index  INTEGER NOT NULL CHECK (tile_index >= 0),
  width       INTEGER NOT NULL CHECK (width BETWEEN 1 AND 256),
  hashes      BLOB NOT NULL CHECK (length(hashes) = 32 * width),
  PRIMARY KEY (level, tile_index)
) STRICT;

CREATE TRIGGER tiles_only_grow BEFORE UPDATE ON tree_tiles
WHEN NEW.level <> OLD.level OR NEW.tile_index <> OLD.tile_index OR NEW.width <= OLD.width
  OR substr(NEW.hashes, 1, length(OLD.hashes)) <> OLD.hashes
BEGIN
  SELECT RAISE (ABORT, 'tiles only grow');
END;

CREATE TRIGGER tiles_are_never_deleted BEFORE DELETE ON tree_tiles
BEGIN
  SELECT RAISE (ABORT, 'tiles only grow');
END;

-- What the log signed about its tree, one a turn; a size has a second version only when keys were changed.
CREATE TABLE checkpoints (
  size     INTEGER NOT NULL CHECK (size >= 0),
  version  INTEGER NOT NULL CHECK (version >= 0),
  note     TEXT NOT NULL,
  PRIMARY KEY (size, version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER checkpoints_are_never_changed BEFORE UPDATE ON checkpoints
BEGIN
  SELECT RAISE (ABORT, 'checkpoints are append-only');
END;

CREATE TRIGGER checkpoints_are_never_deleted BEFORE DELETE ON checkpoints
BEGIN
  SELECT RAISE (ABORT, 'checkpoints are append-only');
END;

-- The root of the tree, so that every answer can say it. NULL: the log is older than its tree, and the program derives it before it
-- serves. An empty log has the root of the empty tree, SHA-256 of nothing.
ALTER TABLE log_head ADD COLUMN root BLOB;

UPDATE log_head SET root = x'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' WHERE id = 1 AND size = 0;

UPDATE log_head SET schema_version = 7 WHERE id = 1;
