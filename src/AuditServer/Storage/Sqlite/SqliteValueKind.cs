namespace AuditServer.Storage.Sqlite;

/// <summary>What a <see cref="SqliteValue"/> is.</summary>
internal enum SqliteValueKind
{
    /// <summary>NULL.</summary>
    Nothing,

    /// <summary>An INTEGER.</summary>
    Number,

    /// <summary>A TEXT.</summary>
    Text,

    /// <summary>A BLOB.</summary>
    Bytes,
}
