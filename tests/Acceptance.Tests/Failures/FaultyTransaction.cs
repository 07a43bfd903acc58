using System.Data;
using System.Data.Common;

namespace Acceptance.Tests.Failures;

/// <summary>A transaction whose commit fails as the script says.</summary>
internal sealed class FaultyTransaction(FaultyConnection connection, DbTransaction engine, FaultScript script) : DbTransaction
{
    public DbTransaction Engine => engine;

    public override IsolationLevel IsolationLevel => engine.IsolationLevel;

    protected override DbConnection? DbConnection => connection;

    public override void Commit()
    {
        Injected? fault = script.Pass(FaultPoint.Commit);
        fault?.Before();
        engine.Commit();
        fault?.After();
    }

    public override async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        Injected? fault = script.Pass(FaultPoint.Commit);
        fault?.Before();
        await engine.CommitAsync(cancellationToken);
        fault?.After();
    }

    public override void Rollback() => engine.Rollback();

    public override Task RollbackAsync(CancellationToken cancellationToken = default) => engine.RollbackAsync(cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await engine.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            engine.Dispose();
        }

        base.Dispose(disposing);
    }
}
