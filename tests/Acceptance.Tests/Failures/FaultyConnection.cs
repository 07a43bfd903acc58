using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Acceptance.Tests.Failures;

/// <summary>A connection that fails as the script says, and is the engine's own otherwise.</summary>
internal sealed class FaultyConnection(DbConnection engine, FaultScript script) : DbConnection
{
    /// <summary>The engine's own.</summary>
    public DbConnection Engine => engine;

    /// <summary>The connection holds the log's head, or did: it is a writing one.</summary>
    public bool Writes { get; set; }

    [AllowNull]
    public override string ConnectionString
    {
        get => engine.ConnectionString;
        set => engine.ConnectionString = value;
    }

    public override string Database => engine.Database;

    public override string DataSource => engine.DataSource;

    public override string ServerVersion => engine.ServerVersion;

    public override ConnectionState State => engine.State;

    public override void Open()
    {
        Injected? fault = script.Pass(FaultPoint.Open);
        fault?.Before();
        engine.Open();
        script.Opened?.Invoke(engine);
        fault?.After();
    }

    public override async Task OpenAsync(CancellationToken cancellationToken)
    {
        Injected? fault = script.Pass(FaultPoint.Open);
        fault?.Before();
        await engine.OpenAsync(cancellationToken);
        script.Opened?.Invoke(engine);
        fault?.After();
    }

    public override void Close() => engine.Close();

    public override void ChangeDatabase(string databaseName) => engine.ChangeDatabase(databaseName);

    public override async ValueTask DisposeAsync()
    {
        await engine.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        new FaultyTransaction(this, engine.BeginTransaction(isolationLevel), script);

    protected override async ValueTask<DbTransaction> BeginDbTransactionAsync(IsolationLevel isolationLevel, CancellationToken cancellationToken) =>
        new FaultyTransaction(this, await engine.BeginTransactionAsync(isolationLevel, cancellationToken), script);

    protected override DbCommand CreateDbCommand() => new FaultyCommand(this, engine.CreateCommand(), script);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            engine.Dispose();
        }

        base.Dispose(disposing);
    }
}
