using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace AuditServer.Storage.SqlServer;

/// <summary>Error numbers of SQL Server and Azure SQL.</summary>
internal sealed class SqlServerFailures : IStorageFailures
{
    private const int CommandTimeout = -2;

    // Log full, file group full, disk full, size quota of the edition or of Azure SQL reached.
    private static readonly HashSet<int> Full = [9002, 1105, 1101, 1827, 40544];

    // Another transaction was preferred: deadlock victim, lock time-out, snapshot update conflict.
    private static readonly HashSet<int> Lost = [1205, 1222, 3960];

    // Duplicate key of a constraint, of an index.
    private static readonly HashSet<int> Taken = [2627, 2601];

    // A matter of time or of operations: command time-out; database read-only, recovering, restoring, offline, not there, not to be opened;
    // secondary replica; log-in refused; server shutting down; permission taken away.
    private static readonly HashSet<int> Unavailable =
    [
        CommandTimeout, 3906, 3908, 911, 921, 922, 923, 924, 926, 927, 942, 945, 976, 978, 979, 982, 983, 4060, 18456, 18401, 6005, 17142,
        229, 230,
    ];

    // A page that cannot be read, whose checksum is wrong, or that is another page.
    private static readonly HashSet<int> Corrupt = [605, 823, 824];

    // From this class on the server, or the network, has closed the connection.
    private const byte ConnectionIsGone = 20;

    /// <summary>A row of that key is there already.</summary>
    public static bool IsTaken(DbException exception) => exception is SqlException sql && Taken.Contains(sql.Number);

    public bool IsCorrupt(Exception exception) =>
        exception is SqlException sql && sql.Errors.Cast<SqlError>().Any(e => Corrupt.Contains(e.Number));

    public StorageFailure Of(Exception exception) => exception switch
    {
        TurnLostException => StorageFailure.Lost,
        StorageUnreachableException or SchemaMismatchException => StorageFailure.Unavailable,
        SqlException sql => Of(sql),
        // The provider's exception for a pool that had no connection left in time, and for one that closed under a command.
        InvalidOperationException { Source: "Microsoft.Data.SqlClient" } => StorageFailure.Unavailable,
        _ => StorageFailure.None,
    };

    private static StorageFailure Of(SqlException exception)
    {
        int[] numbers = [.. exception.Errors.Cast<SqlError>().Select(e => e.Number)];
        return numbers.Any(Full.Contains) ? StorageFailure.Full
            : numbers.Any(Unavailable.Contains) ? StorageFailure.Unavailable
            : numbers.Any(IsTransient) ? StorageFailure.Lost
            : exception.Class >= ConnectionIsGone ? StorageFailure.Unavailable
            : StorageFailure.None;
    }

    /// <summary>The provider's own list of errors worth another try, and those of <see cref="Lost"/>.</summary>
    private static bool IsTransient(int number) =>
        Lost.Contains(number) || SqlConfigurableRetryFactory.BaselineTransientErrors.Contains(number);
}
