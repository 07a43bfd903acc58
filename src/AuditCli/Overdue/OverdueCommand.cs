using System.CommandLine;
using AuditCli.Input;
using AuditCli.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace AuditCli.Overdue;

/// <summary><c>crimeaudit overdue</c>: what nothing answers past its deadline, worst first.</summary>
internal sealed class OverdueCommand : Verb
{
    private const int PageSize = 1_000;

    private const string Guide =
        """
        Crimes that a report alleges, or is presumed to tell of, and that no crime record, N-code or recorded reason answers.
        Worst first: points of urgency (offence, qualifiers, reporter), then the earliest deadline. Not a recording rate.
        A feed marked STALE has not been heard of for hours: what it recorded may only not have arrived.

        Examples:
          crimeaudit overdue --force thames-valley
          crimeaudit overdue --force thames-valley --due-within 4h --top 20
          crimeaudit overdue --csv > overdue.csv          # every force that the token may ask about
        """;

    private readonly OverdueFilterOptions filter = new();

    private readonly Option<int> top = new("--top")
    {
        Description = "How many crimes at most, the worst; 0: all",
        HelpName = "N",
        DefaultValueFactory = _ => 50,
    };

    private readonly Option<bool> json = new("--json") { Description = "The answer in JSON, as the contract has it" };

    private readonly Option<bool> csv = new("--csv") { Description = "One line a crime" };

    private readonly ServerOptions server = new();

    public OverdueCommand()
        : base("overdue", "Shows unanswered crimes past their deadline, worst first", Guide)
    {
        filter.AddTo(this);
        Options.Add(top);
        Options.Add(json);
        Options.Add(csv);
        server.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        (ListOverdueRequest request, int most) = Read(result);
        CrimeAuditClientOptions options = server.Read(result);
        await using CrimeAuditClient client = await ServerOptions.ConnectAsync(options, cancel);
        ListOverdueResponse answer = await ReadAsync(client.Incidents, request, most, cancel);
        Write(answer, result);
        return CommandLine.Ok;
    }

    private void Write(ListOverdueResponse answer, ParseResult result)
    {
        TextWriter output = result.InvocationConfiguration.Output;
        if (result.GetValue(json))
        {
            output.WriteLine(JsonFormatter.Default.Format(answer));
        }
        else if (result.GetValue(csv))
        {
            OverdueCsv.Write(answer, output);
        }
        else
        {
            new OverdueReport(Consoles.For(output)).Write(answer);
        }
    }

    /// <summary>The worst crimes, page after page, under the counts and the freshness of the first page.</summary>
    private static async Task<ListOverdueResponse> ReadAsync(
        IIncidentClient incidents, ListOverdueRequest request, int most, CancellationToken cancel)
    {
        request.PageSize = Math.Min(most, PageSize);
        ListOverdueResponse answer = await incidents.ListOverduePageAsync(request, cancel);
        while (answer.NextPageToken.Length > 0 && answer.Crimes.Count < most)
        {
            request.PageSize = Math.Min(most - answer.Crimes.Count, PageSize);
            request.PageToken = answer.NextPageToken;
            ListOverdueResponse page = await incidents.ListOverduePageAsync(request, cancel);
            answer.Crimes.Add(page.Crimes);
            answer.NextPageToken = page.NextPageToken;
        }

        return answer;
    }

    private (ListOverdueRequest Request, int Most) Read(ParseResult result)
    {
        List<string> problems = [];
        (string force, Duration? within) = filter.Read(result, problems);
        var request = new ListOverdueRequest { Force = force, DueWithin = within };
        int most = result.GetValue(top);
        if (most < 0)
        {
            problems.Add($"--top: {most} is less than 0");
        }

        if (result.GetValue(json) && result.GetValue(csv))
        {
            problems.Add("--json and --csv: only one of them");
        }

        InputException.ThrowIfAny(problems);
        return (request, most == 0 ? int.MaxValue : most);
    }
}
