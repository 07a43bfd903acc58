using System.Globalization;
using AuditCore.Sampling.Planning;

namespace AuditCli.Calc;

/// <summary>Reads a stratum of <c>calc plan</c>: <c>violence=40000,crimes=1.1,rate=0.8</c>.</summary>
internal static class StratumOption
{
    /// <summary>Reads a stratum; what is wrong goes to the list, and then the stratum must not be used.</summary>
    public static StratumToPlan Read(string text, List<string> problems)
    {
        string[] parts = text.Split(',');
        (string name, string units) = Pair(parts[0]);
        StratumToPlan stratum = new(name) { FrameSize = (long?)Whole(text, "units", units, problems) };
        foreach (string part in parts.Skip(1))
        {
            (string key, string value) = Pair(part);
            stratum = key switch
            {
                "crimes" => stratum with { CrimesPerUnit = Number(text, key, value, problems) },
                "rate" => stratum with { Rate = Number(text, key, value, problems) },
                "draw" => stratum with { SampleSize = (int?)Whole(text, key, value, problems) },
                _ => Unknown(stratum, text, key, problems),
            };
        }
        return stratum;
    }

    private static (string Key, string Value) Pair(string part)
    {
        int equals = part.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (part, "") : (part[..equals], part[(equals + 1)..]);
    }

    private static long? Whole(string text, string what, string value, List<string> problems)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            return number;
        problems.Add($"--stratum {text}: {what} is '{value}', which is not a whole number.");
        return null;
    }

    private static double Number(string text, string what, string value, List<string> problems)
    {
        if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
            return number;
        problems.Add($"--stratum {text}: {what} is '{value}', which is not a number.");
        return 0;
    }

    private static StratumToPlan Unknown(StratumToPlan stratum, string text, string key, List<string> problems)
    {
        problems.Add($"--stratum {text}: '{key}' is none of crimes, rate and draw.");
        return stratum;
    }
}
