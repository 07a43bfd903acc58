using AuditServer.Audits.Exporting;
using AuditServer.Audits.Frames;
using AuditServer.Audits.Lapses;
using AuditServer.Audits.Plans;
using AuditServer.Audits.Quality;
using AuditServer.Audits.Reviews;
using AuditServer.Audits.Seeds;
using AuditServer.Audits.Watching;
using AuditServer.Hosting;

namespace AuditServer.Audits;

/// <summary>Registers inspections.</summary>
internal static class AuditsSetup
{
    public static IServiceCollection AddAudits(this IServiceCollection services) => services
        .AddSingleton<PlanCheck>()
        .AddSingleton<CountedPlanning>()
        .AddSingleton<AuditPlanning>()
        .AddSingleton<SeedCommitments>()
        .AddSingleton<SeedReveals>()
        .AddSingleton<FrameFreeze>()
        .AddSingleton<SampleDraw>()
        .AddSingleton<FrozenRecords>()
        .AddSingleton<ReviewAssignment>()
        .AddSingleton<ItemCalls>()
        .AddSingleton<SampleReserves>()
        .AddSingleton<DrawProofs>()
        .AddSingleton<SampleItems>()
        .AddSingleton<AuditEnding>()
        .AddSingleton<AuditWatches>()
        .AddSingleton<AuditExport>()
        .AddSingleton<AuditReading>()
        .AddSingleton<ReviewQuality>()
        .AddValidatedOptions<ReviewOptions>(ReviewOptions.Section)
        .AddSingleton<ILapses, ResponseLapses>()
        .AddSingleton<ILapses, RevealLapses>()
        .AddHostedService<LapseWorker>();
}
