using System.CommandLine;
using System.Text.Json;
using AuditCli.Input;
using AuditCore.Estimation;

namespace AuditCli.Calc;

/// <summary><c>calc rate</c>: recording rates of stratified samples.</summary>
internal static class CalcRateCommand
{
    private const string Description =
        """
        Estimates recording rates from a stratified sample of reports, with standard error and 95 % intervals.

        FILE holds a JSON array of cases, or one case:
          [{"name": "2026", "strata": [
            {"stratum": "incidents", "frame_size": 540,
             "required": [1, 0, 2, 1], "recorded": [1, 0, 1, 1], "recorded_in_time": [1, 0, 1, 0]}]}]
        frame_size counts the reports in the frame. The lists have one entry for each reviewed report, in crimes;
        reports without a crime stay in, as 0.

        The answer has, for each case, 'recorded' (of crimes required) and 'in_time_of_recorded' (of crimes recorded).
        Rates are fractions of 1, totals are crimes in the whole frame; what is undefined is left out, and a note says why.

        Example: crimeaudit calc rate --design design.json
        """;

    public static Command Create(Func<Stream> standardInput)
    {
        Option<string> design = new("--design") { Required = true, HelpName = "FILE", Description = "The cases as JSON; '-' reads standard input." };
        Command command = new("rate", Description) { design };
        command.SetAction(parsed => Run(JsonFile.ReadCases(parsed.GetRequiredValue(design), standardInput, RateDesign.Read), parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(IReadOnlyList<RateDesign> cases, InvocationConfiguration io)
    {
        JsonText.Write(io.Output, json =>
        {
            json.WriteStartArray();
            foreach (RateDesign design in cases)
            {
                json.WriteStartObject();
                json.WriteString("name", design.Name);
                Write(json, design.Name, "recorded", design.Recorded, io.Error);
                Write(json, design.Name, "in_time_of_recorded", design.InTime, io.Error);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
        return CommandLine.Ok;
    }

    private static void Write(Utf8JsonWriter json, string name, string basis, IReadOnlyList<Stratum> strata, TextWriter error)
    {
        RateEstimate estimate = RatioEstimator.Estimate(strata);
        Reasons.Note(error, $"case '{name}' {basis}", estimate.Reason, estimate.StrataConcerned);
        json.WriteStartObject(basis);
        json.Defined("ratio", estimate.Ratio);
        json.Defined("standard_error", estimate.StandardError);
        json.WriteNumber("degrees_of_freedom", estimate.DegreesOfFreedom);
        json.WriteNumber("denominator_in_sample", estimate.DenominatorInSample);
        json.Wald(estimate.Ratio, estimate.StandardError, estimate.Intervals.Wald);
        json.Defined("logit_t", estimate.Intervals.Logit);
        json.Defined("effective_n", estimate.Intervals.EffectiveSampleSize);
        json.Defined("korn_graubard", estimate.Intervals.KornGraubard);
        json.Defined("total_denominator", estimate.TotalDenominator);
        json.Defined("total_numerator", estimate.TotalNumerator);
        json.WriteEndObject();
    }
}
