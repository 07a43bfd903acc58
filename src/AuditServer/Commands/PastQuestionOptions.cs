using System.CommandLine;
using AuditCore.Reference;
using AuditServer.Errors;
using AuditServer.Overdue;
using AuditServer.Rates;
using AuditServer.Rebuild;
using CrimeAudit.V1;
using Google.Protobuf;
using Timestamp = Google.Protobuf.WellKnownTypes.Timestamp;

namespace AuditServer.Commands;

/// <summary>A question that a server answered, on the command line: its request as JSON, as every client can write it.</summary>
internal sealed class PastQuestionOptions
{
    private readonly Option<string?> at = new("--at")
    {
        HelpName = "TIME",
        Description = "Answer as of this time, as an answer's as_of has it: 2019-06-03T09:00:00Z",
    };

    private readonly Option<string?> rate = new("--rate") { HelpName = "JSON", Description = "Answer this request of GetAccountedForRate" };
    private readonly Option<string?> overdue = new("--overdue") { HelpName = "JSON", Description = "Answer this request of ListOverdue" };

    public void AddTo(Command command)
    {
        command.Options.Add(at);
        command.Options.Add(rate);
        command.Options.Add(overdue);
    }

    /// <summary>The question; null when none is asked.</summary>
    /// <exception cref="UsageException">It is not one.</exception>
    public PastQuestion? Read(ParseResult result)
    {
        (string? time, string? ofRate, string? ofOverdue) = (result.GetValue(at), result.GetValue(rate), result.GetValue(overdue));
        if ((ofRate is null) == (ofOverdue is null) || time is null)
        {
            return time is null && ofRate is null && ofOverdue is null
                ? null
                : throw new UsageException("--at and one of --rate and --overdue belong together");
        }

        return new PastQuestion(
            ofRate is null ? null : RateOf(ofRate),
            ofOverdue is null ? null : OverdueOf(ofOverdue),
            Parse<Timestamp>(at, $"\"{time}\"", "2019-06-03T09:00:00Z is of its form").ToDateTimeOffset());
    }

    private GetAccountedForRateRequest RateOf(string json)
    {
        GetAccountedForRateRequest request = Parse<GetAccountedForRateRequest>(rate, json, "{\"force\": \"kent\"} is one");
        RequireForce(rate, request.Force);
        Require(rate, () => AccountedForQuestion.Read(request));
        return request;
    }

    private ListOverdueRequest OverdueOf(string json)
    {
        ListOverdueRequest request = Parse<ListOverdueRequest>(overdue, json, "{\"force\": \"kent\", \"dueWithin\": \"7200s\"} is one");
        if (request.Force.Length > 0)
        {
            RequireForce(overdue, request.Force);
        }

        Require(overdue, () => OverdueQuestion.Read(request));
        return request;
    }

    private static void RequireForce(Option option, string slug)
    {
        if (Forces.Find(slug) is null)
        {
            throw new UsageException($"{option.Name}: there is no force '{slug}'");
        }
    }

    /// <summary>What the service would refuse is told before the log is replayed.</summary>
    private static void Require(Option option, Func<object> read)
    {
        try
        {
            read();
        }
        catch (Fault wrong)
        {
            throw new UsageException($"{option.Name}: {string.Join("; ", wrong.Violations.Select(v => $"{v.Field} {v.Description}"))}");
        }
    }

    private static T Parse<T>(Option option, string json, string such)
        where T : IMessage, new()
    {
        try
        {
            return JsonParser.Default.Parse<T>(json);
        }
        catch (Exception wrong) when (wrong is InvalidProtocolBufferException or InvalidJsonException or InvalidOperationException)
        {
            throw new UsageException($"{option.Name}: {wrong.Message} {such}");
        }
    }
}
