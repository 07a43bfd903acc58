using System.Data;
using System.Data.SqlTypes;
using Microsoft.Data.SqlClient;
using Microsoft.Data.SqlClient.Server;

namespace AuditServer.Storage.SqlServer;

/// <summary>A table type of the schema: how a set of rows goes to the server in one statement. Its first column is the ordinal.</summary>
internal abstract class TableType
{
    // Only says how the bytes of text travel; the server compares by the collation of its own columns.
    private const int Locale = 1033;

    private readonly SqlMetaData[] columns;

    protected TableType(string name, params ReadOnlySpan<SqlMetaData> columns)
    {
        Name = name;
        this.columns = [new SqlMetaData("ordinal", SqlDbType.Int), .. columns];
    }

    /// <summary>Name of the type, with its schema.</summary>
    public string Name { get; }

    /// <summary>Its columns, in the order of the type.</summary>
    public IReadOnlyList<SqlMetaData> Columns => columns;

    public static SqlMetaData BigInt(string name) => new(name, SqlDbType.BigInt);

    public static SqlMetaData Int(string name) => new(name, SqlDbType.Int);

    public static SqlMetaData Bit(string name) => new(name, SqlDbType.Bit);

    public static SqlMetaData Time(string name) => new(name, SqlDbType.DateTime2, 0, 6);

    public static SqlMetaData Ascii(string name, int size) => new(name, SqlDbType.VarChar, size, Locale, SqlCompareOptions.BinarySort);

    public static SqlMetaData Text(string name, int size) => new(name, SqlDbType.NVarChar, size, Locale, SqlCompareOptions.BinarySort);

    public static SqlMetaData Bytes(string name, int size) => new(name, SqlDbType.VarBinary, size);

    public static SqlMetaData Digest(string name) => new(name, SqlDbType.Binary, 32);

    public static SqlMetaData AnyBytes(string name) => new(name, SqlDbType.VarBinary, SqlMetaData.Max);

    protected SqlDataRecord NewRecord() => new(columns);
}
