using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AuditServer.Storage.Sqlite;

/// <summary>
/// A statement that speaks to SQLite's own functions: the provider looks every parameter up by name in every run, which costs as much
/// as the row that is written.
/// </summary>
internal sealed class SqliteStatement : ISqliteStatement
{
    private const int ShortText = 256;

    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly int[] places;
    private readonly Action onFailure;

    /// <param name="connection">The writing connection, open.</param>
    /// <param name="sql">The text: one statement.</param>
    /// <param name="onFailure">Told when a run fails.</param>
    /// <param name="names">Names of the parameters, in the order in which their values are given.</param>
    /// <exception cref="ArgumentException">The names are not those of the text's parameters, or it is more than one statement.</exception>
    /// <exception cref="SqliteException">The text is no statement of this database.</exception>
    public SqliteStatement(SqliteConnection connection, string sql, Action onFailure, params ReadOnlySpan<string> names)
    {
        database = connection.Handle!;
        this.onFailure = onFailure;
        places = new int[names.Length];
        int prepared = raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement, out string tail);
        try
        {
            SqliteException.ThrowExceptionForRC(prepared, database);
            if (!string.IsNullOrWhiteSpace(tail))
            {
                throw new ArgumentException($"More than one statement: {tail}", nameof(sql));
            }

            Place(sql, names);
        }
        catch
        {
            onFailure();
            statement.Dispose();
            throw;
        }
    }

    public int Run(params ReadOnlySpan<SqliteValue> values)
    {
        Step(values);
        return raw.sqlite3_changes(database);
    }

    public long? RunForNumber(params ReadOnlySpan<SqliteValue> values) => Step(values);

    public void Dispose() => statement.Dispose();

    private void Place(string sql, ReadOnlySpan<string> names)
    {
        for (int i = 0; i < names.Length; i++)
        {
            places[i] = raw.sqlite3_bind_parameter_index(statement, "$" + names[i]);
            if (places[i] == 0 || Array.IndexOf(places, places[i]) < i)
            {
                throw new ArgumentException($"The statement has no parameter ${names[i]}, or it was given twice: {sql}", nameof(names));
            }
        }

        for (int place = 1; place <= raw.sqlite3_bind_parameter_count(statement); place++)
        {
            if (!places.Contains(place))
            {
                throw new ArgumentException(
                    $"Nothing was given for {raw.sqlite3_bind_parameter_name(statement, place).utf8_to_string()}: {sql}", nameof(names));
            }
        }
    }

    private long? Step(ReadOnlySpan<SqliteValue> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, places.Length);
        try
        {
            for (int i = 0; i < values.Length; i++)
            {
                Require(Bind(places[i], values[i]));
            }

            int stepped = raw.sqlite3_step(statement);
            long? number = stepped == raw.SQLITE_ROW && raw.sqlite3_column_type(statement, 0) != raw.SQLITE_NULL
                ? raw.sqlite3_column_int64(statement, 0)
                : null;
            if (stepped is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            {
                Require(stepped);
            }

            // It takes the values back out of use, and tells once more how the run ended.
            Require(raw.sqlite3_reset(statement));
            return number;
        }
        catch
        {
            _ = raw.sqlite3_reset(statement);
            onFailure();
            throw;
        }
    }

    private int Bind(int place, in SqliteValue value) => value.Kind switch
    {
        SqliteValueKind.Number => raw.sqlite3_bind_int64(statement, place, value.Number),
        SqliteValueKind.Text => BindText(place, (string)value.Content!),
        SqliteValueKind.Bytes => raw.sqlite3_bind_blob(statement, place, (byte[])value.Content!),
        _ => raw.sqlite3_bind_null(statement, place),
    };

    private int BindText(int place, string text)
    {
        if (text.Length == 0)
        {
            // An empty span would be bound as NULL.
            return raw.sqlite3_bind_text(statement, place, text);
        }

        Span<byte> utf8 = text.Length <= ShortText ? stackalloc byte[3 * ShortText] : new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        return raw.sqlite3_bind_text(statement, place, utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
    }

    private void Require(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, database);
        }
    }
}
