namespace AuditServer.Storage.Migrations;

/// <summary>Migrates when the server starts. Hosted services start in the order they were added: this one before the write path.</summary>
internal sealed class MigrationService(Migrator migrator) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => migrator.PrepareAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
