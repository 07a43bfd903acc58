namespace AuditServer.Replay;

/// <summary>Registers the replay of a log.</summary>
internal static class ReplaySetup
{
    public static IServiceCollection AddReplay(this IServiceCollection services) => services
        .AddSingleton<ReplayTurns>()
        .AddSingleton<StagingReplay>()
        .AddSingleton<StepReplay>()
        .AddSingleton<LogReplay>();
}
