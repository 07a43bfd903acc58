namespace AuditServer.Moving;

/// <summary>Registers export and import.</summary>
internal static class MovingSetup
{
    public static IServiceCollection AddMoving(this IServiceCollection services) => services
        .AddSingleton<LogAtHand>()
        .AddSingleton<LogExport>()
        .AddSingleton<LogImport>();
}
