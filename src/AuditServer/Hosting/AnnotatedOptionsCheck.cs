using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace AuditServer.Hosting;

/// <summary>Checks settings by their annotations. Whatever is wrong is told with the whole name of the setting, and its value where that is no secret.</summary>
/// <param name="section">The configuration section, <c>CrimeAudit:Sequencing</c>.</param>
internal sealed class AnnotatedOptionsCheck<TOptions>(string section) : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var found = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new ValidationContext(options), found, validateAllProperties: true)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(found.Select(wrong => Text(options, wrong)));
    }

    private string Text(TOptions options, ValidationResult wrong)
    {
        string said = wrong.ErrorMessage ?? "cannot work";
        // Some say the name themselves, and more than the annotation knows.
        return said.StartsWith(section, StringComparison.Ordinal)
            ? said
            : string.Join("; ", wrong.MemberNames.Select(member => $"{section}:{member}{ValueOf(options, member)}: {said}"));
    }

    private static string ValueOf(TOptions options, string member) =>
        typeof(TOptions).GetProperty(member) is { } property && property.GetCustomAttribute<SecretAttribute>() is null
            ? string.Create(CultureInfo.InvariantCulture, $" is '{property.GetValue(options)}'")
            : "";
}
