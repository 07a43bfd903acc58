using AuditServer.Audits.Frames;
using AuditServer.Audits.Plans;
using AuditServer.Audits.Reviews;
using AuditServer.Audits.Seeds;

namespace AuditServer.Audits;

/// <summary>Registers inspections.</summary>
internal static class AuditsSetup
{
    public static IServiceCollection AddAudits(this IServiceCollection services) => services
        .AddSingleton<PlanCheck>()
        .AddSingleton<AuditPlanning>()
        .AddSingleton<SeedCommitments>()
        .AddSingleton<SeedReveals>()
        .AddSingleton<FrameFreeze>()
        .AddSingleton<SampleDraw>()
        .AddSingleton<ReviewWriting>()
        .AddSingleton<SampleItems>()
        .AddSingleton<AuditReading>();
}
