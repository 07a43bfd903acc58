using AuditCore.Reference;
using Microsoft.Extensions.Options;

namespace AuditServer.Rates;

/// <summary>Refuses ages and systems that cannot be meant, naming the setting.</summary>
internal sealed class RateOptionsCheck : IValidateOptions<RateOptions>
{
    private const int LongestName = 64;

    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Most = TimeSpan.FromDays(365);

    public ValidateOptionsResult Validate(string? name, RateOptions options)
    {
        string[] wrong =
        [
            .. options.StaleAfterBySystem.Where(s => s.Value < Least || s.Value > Most)
                .Select(s => $"{RateOptions.Section}:StaleAfterBySystem:{s.Key} is {s.Value}; {Least} to {Most} are possible."),
            .. options.ExpectedSystems.Where(e => !IsSystem(e))
                .Select(e => $"{RateOptions.Section}:ExpectedSystems holds '{e}'; thames-valley/niche, a force and its system, is of its form."),
        ];
        return wrong.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static bool IsSystem(string text) =>
        text.Split('/', 2) is [var force, { Length: > 0 and <= LongestName }] && Forces.Find(force) is not null;
}
