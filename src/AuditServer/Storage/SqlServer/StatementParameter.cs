using System.Data;

namespace AuditServer.Storage.SqlServer;

/// <summary>
/// A parameter of a statement with the type of the column that it meets: a parameter of another type would make the server
/// convert the column, and pass its index by.
/// </summary>
/// <param name="Name">Name without its <c>@</c>.</param>
/// <param name="Type">The type.</param>
/// <param name="Size">Characters or bytes at most; -1: any number; 0 where the type has no length.</param>
/// <param name="Table">The table type, of a set of rows.</param>
internal sealed record StatementParameter(string Name, SqlDbType Type, int Size = 0, TableType? Table = null)
{
    public static StatementParameter BigInt(string name) => new(name, SqlDbType.BigInt);

    public static StatementParameter Int(string name) => new(name, SqlDbType.Int);

    public static StatementParameter Bit(string name) => new(name, SqlDbType.Bit);

    public static StatementParameter Time(string name) => new(name, SqlDbType.DateTime2);

    /// <summary>Text that is ASCII by its nature: slugs and percent-encoded ids.</summary>
    public static StatementParameter Ascii(string name, int size) => new(name, SqlDbType.VarChar, size);

    public static StatementParameter Text(string name, int size) => new(name, SqlDbType.NVarChar, size);

    public static StatementParameter Bytes(string name) => new(name, SqlDbType.VarBinary, -1);

    public static StatementParameter Digest(string name) => new(name, SqlDbType.Binary, 32);

    public static StatementParameter Rows(string name, TableType table) => new(name, SqlDbType.Structured, Table: table);
}
