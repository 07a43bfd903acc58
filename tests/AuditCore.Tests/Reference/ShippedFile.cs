namespace AuditCore.Tests.Reference;

/// <summary>The published files as the assembly carries them.</summary>
internal static class ShippedFile
{
    public const string Offences = "notifiable-offences-2026-27.csv";
    public const string ReportedIncidents = "notifiable-reported-incidents-2026-27.csv";
    public const string RecordedCrime = "recorded-crime-by-force.csv";
    public const string Results = "published-cdi-results.csv";

    public static Stream Open(string name) =>
        typeof(AuditCore.Reference.Forces).Assembly.GetManifestResourceStream("AuditCore.Reference.Data." + name)
        ?? throw new InvalidOperationException(name + " is not embedded");

    public static string Text(string name)
    {
        using StreamReader reader = new(Open(name));
        return reader.ReadToEnd();
    }
}
