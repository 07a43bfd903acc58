-- The tree over the leaf texts of the entries, in tiles of 256 hashes (C2SP tlog-tiles): level 0 holds leaf hashes, each further
-- level the roots of whole tiles below. The last tile of a level is written anew until it is whole.
CREATE TABLE crimeaudit.tree_tiles (
  level       int             NOT NULL,
  tile_index  bigint          NOT NULL,
  width       int             NOT NULL,
  hashes      varbinary(max)  NOT NULL,
  CONSTRAINT tree_tiles_key PRIMARY KEY CLUSTERED (level, tile_index),
  CONSTRAINT tree_tiles_width CHECK (width BETWEEN 1 AND 256 AND DATALENGTH(hashes) = 32 * width)
);
GO

CREATE TRIGGER crimeaudit.tiles_only_grow ON crimeaudit.tree_tiles AFTER UPDATE, DELETE AS
BEGIN
  IF EXISTS (
    SELECT 1 FROM deleted d LEFT JOIN inserted i ON i.level = d.level AND i.tile_index = d.tile_index
    WHERE i.width IS NULL OR i.width <= d.width OR SUBSTRING(i.hashes, 1, 32 * d.width) <> d.hashes)
    THROW 51000, 'tiles only grow', 1;
END;
GO

-- What the log signed about its tree, one a turn; a size has a second version only when keys were changed.
CREATE TABLE crimeaudit.checkpoints (
  size     bigint          NOT NULL,
  version  int             NOT NULL,
  note     nvarchar(4000)  COLLATE Latin1_General_100_BIN2 NOT NULL,
  CONSTRAINT checkpoints_key PRIMARY KEY CLUSTERED (size, version)
);
GO

CREATE TRIGGER crimeaudit.checkpoints_are_append_only ON crimeaudit.checkpoints AFTER UPDATE, DELETE AS
BEGIN
  THROW 51000, 'checkpoints are append-only', 1;
END;
GO

-- The root of the tree, so that every answer can say it. NULL: the log is older than its tree, and the program derives it before it
-- serves. An empty log has the root of the empty tree, SHA-256 of nothing.
ALTER TABLE crimeaudit.log_head ADD root binary(32) NULL;
GO

UPDATE crimeaudit.log_head SET root = 0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 WHERE id = 1 AND size = 0;
GO

CREATE TYPE crimeaudit.tile_names AS TABLE (
  ordinal     int     NOT NULL PRIMARY KEY,
  level       int     NOT NULL,
  tile_index  bigint  NOT NULL
);
GO

CREATE TYPE crimeaudit.tile_rows AS TABLE (
  ordinal     int             NOT NULL PRIMARY KEY,
  level       int             NOT NULL,
  tile_index  bigint          NOT NULL,
  width       int             NOT NULL,
  hashes      varbinary(max)  NOT NULL
);
GO

UPDATE crimeaudit.log_head SET schema_version = 5 WHERE id = 1;
