using DbUp.Builder;

namespace AuditServer.Storage.Migrations;

/// <summary>What migrating needs of an engine.</summary>
internal interface IMigrationTarget
{
    /// <summary>DbUp on this database, with its journal, and without scripts yet.</summary>
    UpgradeEngineBuilder Deploy();

    /// <summary>Whether there is a database to look into; where there is none, nothing is made by asking.</summary>
    bool MayHoldLog();

    /// <summary>Waits until nobody else migrates this database, and keeps others from it until disposed.</summary>
    ValueTask<IAsyncDisposable> LockAsync(CancellationToken cancel);

    /// <summary>Sees to it that a migrated database is fit to be served from; may write to the log what should be better.</summary>
    /// <exception cref="Hosting.StartRefusedException">It is not; the message says what to do.</exception>
    ValueTask CheckAsync(CancellationToken cancel);
}
