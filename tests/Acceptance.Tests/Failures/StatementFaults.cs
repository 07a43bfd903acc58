namespace Acceptance.Tests.Failures;

/// <summary>Which point of the script a statement of a connection passes.</summary>
internal sealed class StatementFaults(FaultyConnection connection, FaultScript script)
{
    private const string TakesTurn = "log_head SET turn";

    /// <summary>What goes wrong with it; null: nothing.</summary>
    public Injected? Pass(string sql)
    {
        connection.Writes |= sql.Contains(TakesTurn, StringComparison.Ordinal);
        return PointOf(Statement(sql)) is { } point ? script.Pass(point) : null;
    }

    private FaultPoint? PointOf(string statement) =>
        statement.StartsWith("COMMIT", StringComparison.Ordinal) ? FaultPoint.Commit
        : connection.Writes ? FaultPoint.Turn
        : statement.StartsWith("SELECT", StringComparison.Ordinal) ? FaultPoint.Read
        : null;

    /// <summary>The text after the comment that each SQL file begins with.</summary>
    private static string Statement(string sql) =>
        string.Join('\n', sql.Split('\n').SkipWhile(line => line.StartsWith("--", StringComparison.Ordinal)));
}
