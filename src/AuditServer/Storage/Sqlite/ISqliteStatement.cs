namespace AuditServer.Storage.Sqlite;

/// <summary>A prepared statement of the writing connection, run many times with other values.</summary>
internal interface ISqliteStatement : IDisposable
{
    /// <summary>Runs the statement; values in the order of the names given when it was prepared.</summary>
    /// <returns>Rows that it changed, if it is one that changes rows.</returns>
    int Run(params ReadOnlySpan<SqliteValue> values);

    /// <summary>Runs the statement and reads the first column of its first row; null when there is none.</summary>
    long? RunForNumber(params ReadOnlySpan<SqliteValue> values);
}
