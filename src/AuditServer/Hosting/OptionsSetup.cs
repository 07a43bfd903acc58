namespace AuditServer.Hosting;

/// <summary>How settings are registered.</summary>
internal static class OptionsSetup
{
    /// <summary>Settings are read and checked at start: a wrong one stops the server with its name.</summary>
    public static IServiceCollection AddValidatedOptions<TOptions>(this IServiceCollection services, string section)
        where TOptions : class
    {
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }
}
