using System.CommandLine;
using System.Text.Json;
using AuditCli.Input;
using AuditCore.Estimation;

namespace AuditCli.Calc;

/// <summary><c>calc weighted</c>: force-wide rates from offence groups and volumes.</summary>
internal static class CalcWeightedCommand
{
    private const string Description =
        """
        Estimates force-wide recording rates from offence groups and the crime recorded in them, and the crimes not recorded in a year.

        FILE holds a JSON array of cases, or one case:
          [{"name": "2026", "volumes": {"violence": 36863, "other": 97946}, "strata": [
            {"stratum": "incidents", "frame_size": 540, "groups": [
              {"group": "violence", "required": [1, 0, 2], "recorded": [1, 0, 1]},
              {"group": "other", "required": [0, 1, 0], "recorded": [0, 1, 0]}]}]}]
        volumes are crimes recorded in 12 months (without fraud). Entry i of every list is about the same report.

        The rate is the sum of volumes over the sum of volume/rate of each group, a fraction of 1; 'not_recorded' is in crimes a year.
        Intervals are Wald at 95 %; that of 'not_recorded' transforms the rate's ends. What is undefined is left out, and a note says why.

        Example: crimeaudit calc weighted --design groups.json
        """;

    public static Command Create(Func<Stream> standardInput)
    {
        Option<string> design = new("--design") { Required = true, HelpName = "FILE", Description = "The cases as JSON; '-' reads standard input." };
        Command command = new("weighted", Description) { design };
        command.SetAction(parsed => Run(JsonFile.ReadCases(parsed.GetRequiredValue(design), standardInput, WeightedDesign.Read), parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(IReadOnlyList<WeightedDesign> cases, InvocationConfiguration io)
    {
        JsonText.Write(io.Output, json =>
        {
            json.WriteStartArray();
            foreach (WeightedDesign design in cases)
                Write(json, design, io.Error);
            json.WriteEndArray();
        });
        return CommandLine.Ok;
    }

    private static void Write(Utf8JsonWriter json, WeightedDesign design, TextWriter error)
    {
        WeightedRateEstimate estimate = WeightedRateEstimator.Estimate(design.Volumes, design.Strata);
        Reasons.Note(error, $"case '{design.Name}'", estimate.Reason, estimate.Concerned);
        json.WriteStartObject();
        json.WriteString("name", design.Name);
        json.Defined("rate", estimate.Rate);
        json.Defined("standard_error", estimate.StandardError);
        json.WriteNumber("degrees_of_freedom", estimate.DegreesOfFreedom);
        json.Wald(estimate.Rate, estimate.StandardError, estimate.Intervals.Wald);
        if (estimate.Rate is double rate)
            NotRecordedOf(json, estimate, rate);
        json.WriteEndObject();
    }

    private static void NotRecordedOf(Utf8JsonWriter json, WeightedRateEstimate estimate, double rate)
    {
        double? value = NotRecorded.Of(estimate.Volume, rate);
        json.Defined("not_recorded", value);
        if (estimate.StandardError == 0 && value is double same)
            json.Ends("not_recorded_wald", same, same);
        else if (estimate.Intervals.Wald is Interval wald
            && NotRecorded.Range(estimate.Volume, wald) is { Lower: double lower, Upper: double upper })
            json.Ends("not_recorded_wald", lower, upper);
    }
}
