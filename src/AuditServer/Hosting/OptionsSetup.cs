using Microsoft.Extensions.Options;

namespace AuditServer.Hosting;

/// <summary>How settings are registered.</summary>
internal static class OptionsSetup
{
    /// <summary>Settings are read and checked at start: a wrong one stops the server with its name.</summary>
    public static IServiceCollection AddValidatedOptions<TOptions>(this IServiceCollection services, string section)
        where TOptions : class
    {
        services.AddOptions<TOptions>().BindChecked(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>>(new AnnotatedOptionsCheck<TOptions>(section));
        return services;
    }

    /// <summary>Binds a section. A value that is not of its setting's type is refused as one out of its range is.</summary>
    public static OptionsBuilder<TOptions> BindChecked<TOptions>(this OptionsBuilder<TOptions> builder, string section)
        where TOptions : class => builder.Configure<IConfiguration>((options, configuration) =>
        {
            try
            {
                // Also refuses what the section has no setting for: a mistyped name would be a setting that nobody reads.
                configuration.GetSection(section).Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
            }
            catch (InvalidOperationException wrong)
            {
                // Names the setting and the value; no setting that is converted from text is a secret.
                throw new OptionsValidationException(builder.Name, typeof(TOptions), [$"{section}: {wrong.Message} {wrong.InnerException?.Message}".TrimEnd()]);
            }
        });
}
