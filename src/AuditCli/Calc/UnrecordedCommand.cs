using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using AuditCli.Support;
using AuditCore.Estimation;
using AuditCore.Reference;

namespace AuditCli.Calc;

/// <summary>
/// <c>crimeaudit calc unrecorded</c>: crimes not recorded in a year, U = V(1 − p)/p, with V the recorded crime of the 12 months to a date.
/// Exit codes: 0 answered, 2 bad input (every problem on standard error).
/// </summary>
internal static class UnrecordedCommand
{
    private const string Guide =
        """
        U = V(1 - p)/p: V is the recorded crime of the 12 months to the date, p the rate. Crimes a year; rates in percent,
        half-widths in percentage points. The bounds are the ends of the rate's interval, transformed. Answers in JSON.

        Example:
          crimeaudit calc unrecorded --force thames-valley --rate 80.4 --half-width 3.5 --to 2017-07-31
        """;

    public static Command Create()
    {
        // Read as text here, so that all problems are told together and numbers never depend on the culture of the machine.
        Option<string?> force = new("--force") { Description = "Slug of the force, e.g. thames-valley", HelpName = "SLUG" };
        Option<string?> rate = new("--rate") { Description = "Recording rate in percent, above 0 to 100", HelpName = "PERCENT" };
        Option<string?> halfWidth = new("--half-width")
        {
            Description = "Half-width of the rate's interval in percentage points, less than the rate",
            HelpName = "PP",
        };
        Option<string?> to = new("--to") { Description = "Last day of the audit window, yyyy-MM-dd", HelpName = "DATE" };
        Verb command = new("unrecorded", "Crimes not recorded per year, from a recording rate and the recorded crime of a force (fraud excluded)", Guide)
        {
            force, rate, halfWidth, to,
        };
        command.SetAction(result =>
        {
            List<string> problems = [];
            Question? question = Read(
                result.GetValue(force), result.GetValue(rate), result.GetValue(halfWidth), result.GetValue(to), problems);
            foreach (string problem in problems) result.InvocationConfiguration.Error.WriteLine(problem);
            if (question is null) return CommandLine.BadInput;
            result.InvocationConfiguration.Output.WriteLine(Answer(question));
            return CommandLine.Ok;
        });
        return command;
    }

    private static Question? Read(string? force, string? rate, string? halfWidth, string? to, List<string> problems)
    {
        double? percent = ReadRate(rate, problems);
        double? half = ReadHalfWidth(halfWidth, percent, problems);
        bool isForce = force is not null && Forces.Find(force) is not null;
        if (!isForce) problems.Add(force is null ? "--force is missing" : $"--force: '{force}' is not a force; a slug looks like thames-valley");
        bool isDate = DateOnly.TryParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date);
        if (!isDate) problems.Add(to is null ? "--to is missing" : $"--to: '{to}' is not a date of the form yyyy-MM-dd");
        double? volume = isForce && isDate ? ReadVolume(force!, date, problems) : null;
        return problems.Count == 0 ? new(force!, date, percent!.Value, half, volume!.Value) : null;
    }

    private static double? ReadRate(string? text, List<string> problems)
    {
        if (text is null) problems.Add("--rate is missing");
        else if (Number(text) is { } value and > 0 and <= 100) return value;
        else problems.Add($"--rate: '{text}' is not a number above 0 and up to 100");
        return null;
    }

    private static double? ReadHalfWidth(string? text, double? rate, List<string> problems)
    {
        if (text is null) return null;
        if (Number(text) is not { } value) problems.Add($"--half-width: '{text}' is not a number from 0");
        else if (value >= rate) problems.Add($"--half-width: '{text}' is not less than the rate, so crimes not recorded have no upper bound");
        else return value;
        return null;
    }

    private static double? ReadVolume(string force, DateOnly to, List<string> problems)
    {
        try
        {
            return RecordedCrimeVolumes.Published.Volume(force, to).Total;
        }
        catch (VolumeNotCoveredException error)
        {
            problems.Add("--to: " + error.Message);
            return null;
        }
    }

    // Plain decimals: no sign, no exponent, no thousands separator, no "NaN".
    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : null;

    private static string Answer(Question question)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            json.WriteString("force", question.Force);
            json.WriteString("to", question.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteNumber("rate", question.Rate);
            json.WriteNumber("volume", question.Volume);
            json.WriteNumber("unrecorded", question.Unrecorded(question.Rate));
            if (question.HalfWidth is { } half)
            {
                // The end points of the rate, transformed: the higher rate leaves fewer crimes unrecorded. Never above all of them recorded.
                json.WriteNumber("lower", question.Unrecorded(Math.Min(100, question.Rate + half)));
                json.WriteNumber("upper", question.Unrecorded(question.Rate - half));
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private sealed record Question(string Force, DateOnly To, double Rate, double? HalfWidth, double Volume)
    {
        public double Unrecorded(double percent) => NotRecorded.Of(Volume, percent / 100)!.Value;
    }
}
