using AuditCore.Ledger;
using AuditServer.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AuditServer.Ledger;

/// <summary>Registers the provable log.</summary>
internal static class LedgerSetup
{
    /// <summary>The tree alone, unsigned: what a replay needs. A server signs what it finds when it starts.</summary>
    public static IServiceCollection AddTree(this IServiceCollection services)
    {
        // What a host brought of its own stays: a benchmark measures the server without the tree.
        services.TryAddSingleton<ILogTree>(s => new LogTree(s.GetService<CheckpointSigner>()));
        return services.AddHostedService<LedgerPreparation>();
    }

    /// <summary>The tree with signed checkpoints, and the proofs that are asked for.</summary>
    public static IServiceCollection AddLedger(this IServiceCollection services)
    {
        services.AddValidatedOptions<LedgerOptions>(LedgerOptions.Section);
        services.AddSingleton<IValidateOptions<LedgerOptions>, LedgerOptionsCheck>();
        services.AddSingleton<LedgerKeys>();
        services.AddSingleton(s => s.GetRequiredService<LedgerKeys>().Load());
        services.AddSingleton<SubtreeHashes>();
        services.AddSingleton<ReceiptProofs>();
        services.AddSingleton<LedgerQueries>();
        services.AddSingleton<ITreeRoots, TreeRoots>();
        services.AddSingleton<EntryReading>();
        return services.AddTree();
    }
}
