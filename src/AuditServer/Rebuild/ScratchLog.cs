using AuditCore.Recording;
using AuditServer.Hosting;
using AuditServer.Overdue;
using AuditServer.Rates;
using AuditServer.Replay;
using AuditServer.Storage;
using AuditServer.Storage.Migrations;

namespace AuditServer.Rebuild;

/// <summary>
/// A database of the embedded engine in a temporary folder, into which a log is replayed by the code that writes it live.
/// It goes with its folder.
/// </summary>
internal sealed class ScratchLog : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly ServiceProvider services;

    private ScratchLog(DirectoryInfo folder, ServiceProvider services)
    {
        this.folder = folder;
        this.services = services;
    }

    public LogReplay Replay => services.GetRequiredService<LogReplay>();

    public IDerivedReads Derived => services.GetRequiredService<IDerivedReads>();

    public IRateReads Rates => services.GetRequiredService<IRateReads>();

    public IOverdueReads Overdue => services.GetRequiredService<IOverdueReads>();

    /// <summary>Makes it, empty.</summary>
    /// <param name="reference">Offence classes and deadlines, the same as live.</param>
    /// <param name="cancel">Ends the making.</param>
    public static async Task<ScratchLog> CreateAsync(IRecordingReference reference, CancellationToken cancel)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("crimeaudit-rebuild-");
        var scratch = new ScratchLog(folder, Services(Path.Combine(folder.FullName, "scratch.db"), reference));
        try
        {
            await scratch.services.GetRequiredService<Migrator>().PrepareAsync(cancel);
            return scratch;
        }
        catch
        {
            await scratch.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static ServiceProvider Services(string path, IRecordingReference reference)
    {
        IConfiguration settings = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new($"{StorageOptions.Section}:{nameof(StorageOptions.Provider)}", StorageOptions.Sqlite),
            new($"{StorageOptions.Section}:{nameof(StorageOptions.Path)}", path),
        ]).Build();
        var services = new ServiceCollection();
        services.AddSingleton(settings).AddSingleton(reference).AddSingleton(TimeProvider.System).AddLogging();
        return services.AddLogWork(settings).BuildServiceProvider();
    }
}
