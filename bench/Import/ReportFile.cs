using System.Globalization;
using Bench.Load;

namespace Bench.Import;

/// <summary>A CSV file of a year's reports, as Import/reports.json reads it.</summary>
internal static class ReportFile
{
    private static readonly string[] Offences = ["105/01", "046/00", "028/03", "045/10"];
    private static readonly string[] Channels = ["emergency-call", "non-emergency-call", "online", "front-desk"];

    /// <summary>Writes it.</summary>
    public static void Write(string path, int reports)
    {
        using var file = new StreamWriter(path);
        file.WriteLine("Incident,Reported,Code,Area,Channel,Qualifiers,Offence,Victim,Closed,Closing code");
        for (int i = 0; i < reports; i++)
        {
            DateTimeOffset at = SampleUpdates.ReportedAt(i);
            file.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"URN-{i:00000000},{at:yyyy-MM-dd HH:mm:ss},code-{i % 30},area-{i % 40},{Channels[i % 4]},repeat," +
                $"{Offences[i % 4]},v{i % 100},{at.AddDays(2):yyyy-MM-dd HH:mm:ss},crime"));
        }
    }
}
