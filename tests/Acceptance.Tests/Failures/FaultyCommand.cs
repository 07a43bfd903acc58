using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Acceptance.Tests.Failures;

/// <summary>A command that fails as the script says.</summary>
internal sealed class FaultyCommand(FaultyConnection connection, DbCommand engine, FaultScript script) : DbCommand
{
    private readonly StatementFaults faults = new(connection, script);
    private DbTransaction? transaction;

    [AllowNull]
    public override string CommandText
    {
        get => engine.CommandText;
#pragma warning disable CA2100 // The engine's own text, passed on.
        set => engine.CommandText = value;
#pragma warning restore CA2100
    }

    public override int CommandTimeout
    {
        get => engine.CommandTimeout;
        set => engine.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => engine.CommandType;
        set => engine.CommandType = value;
    }

    public override bool DesignTimeVisible
    {
        get => engine.DesignTimeVisible;
        set => engine.DesignTimeVisible = value;
    }

    public override UpdateRowSource UpdatedRowSource
    {
        get => engine.UpdatedRowSource;
        set => engine.UpdatedRowSource = value;
    }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException("A command stays with the connection that made it.");
    }

    protected override DbParameterCollection DbParameterCollection => engine.Parameters;

    protected override DbTransaction? DbTransaction
    {
        get => transaction;
        set
        {
            transaction = value;
            engine.Transaction = value is FaultyTransaction faulty ? faulty.Engine : value;
        }
    }

    public override void Cancel() => engine.Cancel();

    public override void Prepare() => engine.Prepare();

    public override int ExecuteNonQuery() => Run(() => engine.ExecuteNonQuery());

    public override object? ExecuteScalar() => Run(() => engine.ExecuteScalar());

    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) =>
        RunAsync(() => engine.ExecuteNonQueryAsync(cancellationToken));

    public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken) =>
        RunAsync(() => engine.ExecuteScalarAsync(cancellationToken));

    public override async ValueTask DisposeAsync()
    {
        await engine.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override DbParameter CreateDbParameter() => engine.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Run(() => engine.ExecuteReader(behavior));

    protected override Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) =>
        RunAsync(() => engine.ExecuteReaderAsync(behavior, cancellationToken));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            engine.Dispose();
        }

        base.Dispose(disposing);
    }

    private T Run<T>(Func<T> effect)
    {
        Injected? fault = faults.Pass(CommandText);
        fault?.Before();
        T result = effect();
        Settle(fault, result);
        return result;
    }

    private async Task<T> RunAsync<T>(Func<Task<T>> effect)
    {
        Injected? fault = faults.Pass(CommandText);
        fault?.Before();
        T result = await effect();
        Settle(fault, result);
        return result;
    }

    /// <summary>An answer that is lost is nobody's to dispose of.</summary>
    private static void Settle(Injected? fault, object? result)
    {
        if (fault is { AfterEffect: true })
        {
            (result as IDisposable)?.Dispose();
            fault.After();
        }
    }
}
