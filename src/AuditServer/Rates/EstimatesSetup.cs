namespace AuditServer.Rates;

/// <summary>Registers estimates from audits, and volumes.</summary>
internal static class EstimatesSetup
{
    public static IServiceCollection AddEstimates(this IServiceCollection services) => services
        .AddSingleton<VolumeSets>()
        .AddSingleton<Volumes>()
        .AddSingleton<ForceWide>()
        .AddSingleton<AuditDesigns>()
        .AddSingleton<AuditEstimates>()
        .AddSingleton<ClassificationEstimates>()
        .AddSingleton<NotRecordedEstimates>()
        .AddSingleton<AuditComparisons>()
        .AddSingleton<LiveShortfalls>()
        .AddSingleton<AuditShortfalls>();
}
