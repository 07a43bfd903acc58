namespace AuditServer.Storage.Sqlite;

/// <summary>A value for a parameter: one of the four kinds that this product's tables hold. Nothing is boxed on the way.</summary>
internal readonly struct SqliteValue
{
    private SqliteValue(SqliteValueKind kind, long number = 0, object? content = null)
    {
        Kind = kind;
        Number = number;
        Content = content;
    }

    /// <summary>Which kind it is.</summary>
    public SqliteValueKind Kind { get; }

    /// <summary>The number, if it is one.</summary>
    public long Number { get; }

    /// <summary>The text or the bytes, if it is either.</summary>
    public object? Content { get; }

    public static implicit operator SqliteValue(long value) => new(SqliteValueKind.Number, value);

    public static implicit operator SqliteValue(long? value) => value is { } number ? new(SqliteValueKind.Number, number) : default;

    public static implicit operator SqliteValue(string? value) => value is null ? default : new(SqliteValueKind.Text, content: value);

    public static implicit operator SqliteValue(byte[]? value) => value is null ? default : new(SqliteValueKind.Bytes, content: value);
}
