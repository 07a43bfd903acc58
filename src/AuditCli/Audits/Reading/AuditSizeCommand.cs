using System.CommandLine;
using AuditCli.Audits.Steps;
using AuditCli.Calc;
using AuditCli.Input;
using AuditCli.Rates;
using AuditCli.Support;
using AuditCore.Sampling.Planning;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf;
using Spectre.Console;

namespace AuditCli.Audits.Reading;

/// <summary><c>crimeaudit audit size</c>: how large the sample of a plan must be, of its frame as it is now.</summary>
internal sealed class AuditSizeCommand : Verb
{
    private const string Guide =
        """
        PLAN is the plan that `audit create` takes; the sizes of its strata can be left out. Its frame is counted in the log as it is now, as a
        freeze would count it, and sized for the half-width; nothing is stored. With --allocation fixed the sizes are the plan's, and the
        answer is which half-width they can be expected to have. Without a server: crimeaudit calc plan. Needs a lead's token.

        Examples:
          crimeaudit audit size --plan plan.json --half-width 0.03 --rate 0.8
          crimeaudit audit size --plan plan.json --allocation fixed --rate 0.8 --json
        """;

    private readonly Option<string> plan = new("--plan") { Description = "The plan in JSON; '-' reads standard input", HelpName = "FILE", Required = true };

    private readonly SampleGoalOptions goal = new();

    private readonly Option<bool> json = new("--json") { Description = "The answer in JSON, as the contract has it" };

    private readonly ServerOptions server = new();

    private readonly Func<Stream> standardInput;

    public AuditSizeCommand(Func<Stream> standardInput)
        : base("size", "Tells how large the sample of a plan must be", Guide)
    {
        this.standardInput = standardInput;
        Options.Add(plan);
        goal.AddTo(this);
        Options.Add(json);
        server.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        PlanAuditRequest request = Read(result);
        await using CrimeAuditClient client = await ServerOptions.ConnectAsync(server.Read(result), cancel);
        PlanAuditResponse answer = await client.Audits.PlanAsync(request, cancel);
        TextWriter output = result.InvocationConfiguration.Output;
        if (result.GetValue(json))
        {
            await output.WriteLineAsync(JsonFormatter.Default.Format(answer));
        }
        else
        {
            Write(answer, Consoles.For(output));
        }

        return CommandLine.Ok;
    }

    private PlanAuditRequest Read(ParseResult result)
    {
        SamplePlanQuestion asked = goal.Read(result);
        var request = new PlanAuditRequest
        {
            HalfWidth = asked.HalfWidth ?? 0,
            ExpectedRate = asked.Rate,
            ConfidenceLevel = asked.Level,
            DesignEffect = asked.DesignEffect,
            Allocation = asked.Allocation switch
            {
                SampleAllocation.Neyman => Allocation.Neyman,
                SampleAllocation.Fixed => Allocation.Fixed,
                _ => Allocation.Proportional,
            },
        };
        string text = InputFile.ReadText(result.GetRequiredValue(plan), standardInput);
        InputException.ThrowIfAny(ContractJson.Read<AuditPlan>(text, p => request.Plan = p) is { } wrong ? [$"{plan.Name}: {wrong}"] : []);
        return request;
    }

    private static void Write(PlanAuditResponse answer, IAnsiConsole console)
    {
        var sample = new SamplePlan
        {
            Strata = [.. answer.Strata.Select(s => new PlannedStratum(s.Name, s.FrameSize, s.SampleSize, s.ExpectedCrimes))],
            CrimesWanted = answer.CrimesWanted == 0 ? null : answer.CrimesWanted,
            CrimesWantedOfFrame = answer.CrimesWanted == 0 ? null : answer.CrimesWantedOfFrame,
            ExpectedHalfWidth = answer.ExpectedHalfWidth,
            IsEnough = answer.HasEnough ? answer.Enough : null,
            Z = answer.Z,
        };
        console.Write(SamplePlanText.Table(sample));
        console.WriteLine(SamplePlanText.Summary(sample));
        console.WriteLine(
            $"{NumberText.Of(answer.Frame.Units)} units in the frame, {NumberText.Of(answer.Frame.OutsideStrata)} outside its strata, " +
            $"{NumberText.Of(answer.Frame.Exclusions.Sum(e => e.Units))} left out, {NumberText.Of(answer.Frame.TimeUncertain)} of a time that is not known well enough.");
        console.WriteLine(RateTable.Place(answer.Method, answer.AsOf));
    }
}
