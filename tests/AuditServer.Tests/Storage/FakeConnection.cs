using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using AuditServer.Storage;
using Microsoft.Data.SqlClient;

namespace AuditServer.Tests.Storage;

/// <summary>Connections to no server: every query is answered by the test, which may throw.</summary>
internal sealed class FakeConnections(Func<string, object> answer) : IConnections
{
    public DbConnection Create(string connectionString) => new FakeConnection(answer) { ConnectionString = connectionString };
}

/// <summary>One of them.</summary>
internal sealed class FakeConnection(Func<string, object> answer) : DbConnection
{
    private ConnectionState state = ConnectionState.Closed;

    [AllowNull]
    public override string ConnectionString { get; set; } = "";

    public override string Database => "fake";

    public override string DataSource => "none";

    public override string ServerVersion => "16.0";

    public override ConnectionState State => state;

    public override void Open() => state = ConnectionState.Open;

    public override void Close() => state = ConnectionState.Closed;

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new FakeTransaction(this, isolationLevel);

    protected override DbCommand CreateDbCommand() => new FakeCommand(this, answer);

    private sealed class FakeTransaction(FakeConnection connection, IsolationLevel isolation) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => isolation;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
        }

        public override void Rollback()
        {
        }
    }

    private sealed class FakeCommand(FakeConnection connection, Func<string, object> answer) : DbCommand
    {
        private readonly SqlCommand parameters = new();

        [AllowNull]
        public override string CommandText { get; set; } = "";

        public override int CommandTimeout { get; set; }

        public override CommandType CommandType { get; set; }

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get; set; }

        protected override DbConnection? DbConnection { get; set; } = connection;

        protected override DbParameterCollection DbParameterCollection => parameters.Parameters;

        protected override DbTransaction? DbTransaction { get; set; }

        public override void Cancel()
        {
        }

        public override void Prepare()
        {
        }

        public override int ExecuteNonQuery() => (int)answer(CommandText);

        public override object ExecuteScalar() => answer(CommandText);

        protected override DbParameter CreateDbParameter() => new SqlParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
        {
            object only = answer(CommandText);
            using var table = new DataTable();
            table.Columns.Add("only", only.GetType());
            table.Rows.Add(only);
            return table.CreateDataReader();
        }

        protected override void Dispose(bool disposing)
        {
            parameters.Dispose();
            base.Dispose(disposing);
        }
    }
}
