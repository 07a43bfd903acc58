using System.CommandLine;
using AuditCore.Reference;
using AuditServer.Errors;
using AuditServer.Rates;
using AuditServer.Rebuild;
using CrimeAudit.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace AuditServer.Commands;

/// <summary>A question about the live rate on the command line.</summary>
internal sealed class RateQuestionOptions
{
    private readonly Option<string?> at = new("--at") { HelpName = "TIME", Description = "Answer the live rate as of this time, as an answer's as_of has it: 2019-06-03T09:00:00Z" };
    private readonly Option<string?> force = new("--force") { HelpName = "SLUG", Description = "Of this force" };
    private readonly Option<string?> breakdown = new("--breakdown") { HelpName = "BY", Description = "By month, offence-class or offence-group; otherwise the whole in one row" };
    private readonly Option<string?> fromMonth = new("--from-month") { HelpName = "MONTH", Description = "First month, such as 2019-02; otherwise from the beginning" };
    private readonly Option<string?> toMonth = new("--to-month") { HelpName = "MONTH", Description = "Last month; otherwise to the end" };

    private IReadOnlyList<Option<string?>> Details => [breakdown, fromMonth, toMonth];

    public void AddTo(Command command)
    {
        foreach (Option<string?> option in (Option<string?>[])[at, force, .. Details])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The question; null when none is asked.</summary>
    /// <exception cref="UsageException">It is not one.</exception>
    public RateQuestion? Read(ParseResult result)
    {
        if (result.GetValue(at) is not { } time || result.GetValue(force) is not { } slug)
        {
            return result.GetValue(at) is null && result.GetValue(force) is null && Details.All(o => result.GetValue(o) is null)
                ? null
                : throw new UsageException("--at and --force belong together, and the other options of a question to them");
        }

        var request = new GetAccountedForRateRequest
        {
            Force = Forces.Find(slug) is null ? throw new UsageException($"--force: there is no force '{slug}'") : slug,
            FromMonth = result.GetValue(fromMonth) ?? "",
            ToMonth = result.GetValue(toMonth) ?? "",
            Breakdown = BreakdownOf(result.GetValue(breakdown)),
        };
        return new RateQuestion(Check(request), TimeOf(time));
    }

    private static AccountedForQuestion Check(GetAccountedForRateRequest request)
    {
        try
        {
            return AccountedForQuestion.Read(request);
        }
        catch (Fault wrong)
        {
            throw new UsageException(string.Join("; ", wrong.Violations.Select(v => $"--{v.Field.Replace('_', '-')}: {v.Description}")));
        }
    }

    private static Breakdown BreakdownOf(string? text) => text switch
    {
        null => Breakdown.Unspecified,
        "month" => Breakdown.Month,
        "offence-class" => Breakdown.OffenceClass,
        "offence-group" => Breakdown.OffenceGroup,
        _ => throw new UsageException($"--breakdown: '{text}' is none of month, offence-class, offence-group"),
    };

    /// <summary>To the tick, in the form in which answers tell it.</summary>
    private static DateTimeOffset TimeOf(string text)
    {
        try
        {
            return JsonParser.Default.Parse<Timestamp>($"\"{text}\"").ToDateTimeOffset();
        }
        catch (Exception wrong) when (wrong is InvalidProtocolBufferException or InvalidJsonException or InvalidOperationException)
        {
            throw new UsageException($"--at: '{text}' is no time; 2019-06-03T09:00:00Z is of its form");
        }
    }
}
