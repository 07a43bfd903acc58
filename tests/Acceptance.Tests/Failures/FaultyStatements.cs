using System.Data.Common;
using AuditServer.Storage.Sqlite;

namespace Acceptance.Tests.Failures;

/// <summary>Statements of the embedded engine's writing connection, each of which fails as the script says.</summary>
internal sealed class FaultyStatements(FaultScript script) : ISqliteStatements
{
    private readonly SqliteStatements engine = new();

    public ISqliteStatement Prepare(DbConnection connection, string sql, Action onFailure, params ReadOnlySpan<string> names)
    {
        var faulty = (FaultyConnection)connection;
        return new Statement(engine.Prepare(faulty.Engine, sql, onFailure, names), new StatementFaults(faulty, script), sql, onFailure);
    }

    private sealed class Statement(ISqliteStatement engine, StatementFaults faults, string sql, Action onFailure) : ISqliteStatement
    {
        public int Run(params ReadOnlySpan<SqliteValue> values)
        {
            Injected? fault = Pass();
            int changed = engine.Run(values);
            Settle(fault);
            return changed;
        }

        public long? RunForNumber(params ReadOnlySpan<SqliteValue> values)
        {
            Injected? fault = Pass();
            long? number = engine.RunForNumber(values);
            Settle(fault);
            return number;
        }

        public void Dispose() => engine.Dispose();

        private Injected? Pass()
        {
            Injected? fault = faults.Pass(sql);
            Told(fault, f => f.Before());
            return fault;
        }

        private void Settle(Injected? fault)
        {
            if (fault is { AfterEffect: true })
            {
                Told(fault, f => f.After());
            }
        }

        private void Told(Injected? fault, Action<Injected> strike)
        {
            try
            {
                if (fault is not null)
                {
                    strike(fault);
                }
            }
            catch
            {
                onFailure();
                throw;
            }
        }
    }
}
