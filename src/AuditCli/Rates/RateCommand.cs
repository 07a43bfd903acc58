using System.CommandLine;
using AuditCli.Input;
using AuditCli.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf;
using Spectre.Console;

namespace AuditCli.Rates;

/// <summary><c>crimeaudit rate</c>: the live accounted-for rate of a force.</summary>
internal sealed class RateCommand : Verb
{
    private const string Guide =
        """
        The live share of alleged and presumed crimes that a crime record, an N-code or a recorded reason answers, and beside it that
        of the alleged ones alone: a force that does not see a crime never alleges one. What is not yet due counts neither way. Not a
        recording rate, which only an audit can give. A system marked STALE has not been heard of for hours.

        Whoever is neither of the force nor an inspector asks for the public table: one a day, counts rounded to 5, no breakdown but
        its own (--public).

        Examples:
          crimeaudit rate --force thames-valley --by month --from 2019-01
          crimeaudit rate --force thames-valley --by area --class robbery --csv > areas.csv
          crimeaudit rate --force thames-valley --public
        """;

    private readonly RateQuestionOptions question = new();

    private readonly Option<bool> publicTable = new("--public") { Description = "Today's public table: by month and by offence group" };

    private readonly Option<bool> json = new("--json") { Description = "The answer in JSON, as the contract has it" };

    private readonly Option<bool> csv = new("--csv") { Description = "One line a row, and the whole last" };

    private readonly ServerOptions server = new();

    public RateCommand()
        : base("rate", "Shows the live share of alleged and presumed crimes that is accounted for", Guide)
    {
        question.AddTo(this);
        Options.Add(publicTable);
        Options.Add(json);
        Options.Add(csv);
        server.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        GetAccountedForRateRequest request = Read(result);
        CrimeAuditClientOptions options = server.Read(result);
        await using CrimeAuditClient client = await ServerOptions.ConnectAsync(options, cancel);
        if (result.GetValue(publicTable))
        {
            Write(await client.Rates.GetPublicTableAsync(request.Force, cancel), result);
        }
        else
        {
            Write(await client.Rates.GetAccountedForAsync(request, cancel), result);
        }

        return CommandLine.Ok;
    }

    private void Write(GetAccountedForRateResponse answer, ParseResult result)
    {
        TextWriter output = result.InvocationConfiguration.Output;
        if (result.GetValue(json))
        {
            output.WriteLine(JsonFormatter.Default.Format(answer));
        }
        else if (result.GetValue(csv))
        {
            RateCsv.Write(answer.Rows, answer.Total, output);
        }
        else
        {
            IAnsiConsole console = Consoles.For(output);
            StaleText.Write(console, StaleText.Of("", answer.Freshness));
            console.Write(RateTable.Of(answer.Rows, answer.Total));
            console.WriteLine($"Live {RateTable.Place(answer.Method, answer.AsOf)}");
        }
    }

    private void Write(GetPublicTableResponse table, ParseResult result)
    {
        TextWriter output = result.InvocationConfiguration.Output;
        if (result.GetValue(json))
        {
            output.WriteLine(JsonFormatter.Default.Format(table));
        }
        else if (result.GetValue(csv))
        {
            RateCsv.Write(table.OffenceGroups.Concat(table.Months), table.Total, output);
        }
        else
        {
            IAnsiConsole console = Consoles.For(output);
            StaleText.Write(console, StaleText.Of(table.Freshness));
            console.Write(RateTable.Of([.. table.OffenceGroups, .. table.Months], table.Total));
            console.WriteLine($"Public table of {table.Day}, counts rounded to {table.RoundedTo}: {RateTable.Place(table.Method, table.AsOf)}");
        }
    }

    private GetAccountedForRateRequest Read(ParseResult result)
    {
        List<string> problems = [];
        GetAccountedForRateRequest request = question.Read(result, problems);
        if (result.GetValue(json) && result.GetValue(csv))
        {
            problems.Add("--json and --csv: only one of them");
        }

        if (result.GetValue(publicTable) && !request.Equals(new GetAccountedForRateRequest { Force = request.Force }))
        {
            problems.Add("--public: the table is fixed, so only --force goes with it");
        }

        InputException.ThrowIfAny(problems);
        return request;
    }
}
