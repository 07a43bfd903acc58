-- For an administrator, once: the database, with row versions. The service answers every question from a snapshot, and does not
-- start where none is allowed; READ_COMMITTED_SNAPSHOT keeps reports of others from holding up its writing. Azure SQL has both.
CREATE DATABASE [crimeaudit];
GO

ALTER DATABASE [crimeaudit] SET ALLOW_SNAPSHOT_ISOLATION ON;
GO

ALTER DATABASE [crimeaudit] SET READ_COMMITTED_SNAPSHOT ON;
GO
