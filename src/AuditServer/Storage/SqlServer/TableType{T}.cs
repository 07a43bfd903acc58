using Microsoft.Data.SqlClient;
using Microsoft.Data.SqlClient.Server;

namespace AuditServer.Storage.SqlServer;

/// <summary>A table type whose rows are made of items.</summary>
/// <param name="name">Name of the type, with its schema.</param>
/// <param name="values">The values of an item, in the order of the columns after the ordinal; null where it has none.</param>
/// <param name="columns">The columns after the ordinal.</param>
internal sealed class TableType<T>(string name, Func<T, object?[]> values, params ReadOnlySpan<SqlMetaData> columns) : TableType(name, columns)
{
    /// <summary>The rows of a set, in its order.</summary>
    /// <exception cref="ArgumentException">It is empty: there is nothing to ask the server for.</exception>
    public IEnumerable<SqlDataRecord> Rows(IReadOnlyCollection<T> items) =>
        items.Count > 0 ? Write(items) : throw new ArgumentException($"An empty set of {Name} is not sent.", nameof(items));

    /// <summary>One record serves all rows: the provider sends each before it asks for the next.</summary>
    private IEnumerable<SqlDataRecord> Write(IReadOnlyCollection<T> items)
    {
        SqlDataRecord record = NewRecord();
        int ordinal = 0;
        foreach (T item in items)
        {
            object?[] row = values(item);
            record.SetInt32(0, ordinal++);
            for (int i = 0; i < row.Length; i++)
            {
                record.SetValue(i + 1, row[i] ?? DBNull.Value);
            }

            yield return record;
        }
    }
}
