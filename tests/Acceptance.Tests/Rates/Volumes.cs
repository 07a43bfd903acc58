using CrimeAudit.V1;

namespace Acceptance.Tests.Rates;

/// <summary>Volumes that a test imports.</summary>
internal static class Volumes
{
    public static ImportVolumesRequest Of(string version, string force, params (string PeriodEnd, long Violence, long Sexual, long Other)[] ends)
    {
        var import = new ImportVolumesRequest { Version = version, Source = "made for a test" };
        foreach ((string end, long violence, long sexual, long other) in ends)
        {
            import.Figures.Add(Figure(force, end, "Violence with injury", violence));
            import.Figures.Add(Figure(force, end, "Sexual offences", sexual));
            import.Figures.Add(Figure(force, end, "Robbery", other));
        }

        return import;
    }

    private static VolumeFigure Figure(string force, string end, string category, long count) =>
        new() { Force = force, PeriodEnd = end, Category = category, Count = count };
}
