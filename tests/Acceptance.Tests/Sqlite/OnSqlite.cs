using Acceptance.Tests.Incidents;

namespace Acceptance.Tests.Sqlite;

/// <summary>Every acceptance test, on SQLite. Another engine has a fixture and a list like this one.</summary>
public static class OnSqlite
{
    public sealed class Submitting(SqliteService service) : SubmittingTests<SqliteService>(service);

    public sealed class Batch(SqliteService service) : BatchTests<SqliteService>(service);

    public sealed class Stream(SqliteService service) : StreamTests<SqliteService>(service);
}
