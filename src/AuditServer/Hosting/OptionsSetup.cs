using Microsoft.Extensions.Options;

namespace AuditServer.Hosting;

/// <summary>How settings are registered.</summary>
internal static class OptionsSetup
{
    /// <summary>Settings are read and checked at start: a wrong one stops the server with its name.</summary>
    public static IServiceCollection AddValidatedOptions<TOptions>(this IServiceCollection services, string section)
        where TOptions : class
    {
        services.AddOptions<TOptions>().BindChecked(section).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }

    /// <summary>Binds a section. A value that is not of its setting's type is refused as one out of its range is.</summary>
    public static OptionsBuilder<TOptions> BindChecked<TOptions>(this OptionsBuilder<TOptions> builder, string section)
        where TOptions : class => builder.Configure<IConfiguration>((options, configuration) =>
        {
            try
            {
                configuration.GetSection(section).Bind(options);
            }
            catch (InvalidOperationException wrong)
            {
                // Names the setting and the value; no setting that is converted from text is a secret.
                throw new OptionsValidationException(builder.Name, typeof(TOptions), [wrong.Message]);
            }
        });
}
