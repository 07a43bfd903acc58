using System.Text.Json;
using AuditCore.Estimation;

namespace AuditCore.Tests.Estimation;

/// <summary>Short ways to write strata.</summary>
internal static class Designs
{
    public static Stratum Stratum(string name, long frameSize, params (int X, int Y)[] reports) =>
        new(name, frameSize, [.. reports.Select(r => new ReportCounts(r.X, r.Y))]);

    public static (int X, int Y)[] Times(this (int X, int Y) report, int times) => [.. Enumerable.Repeat(report, times)];

    public static ReportCounts[] Counts(JsonElement owner, string x, string y) =>
        [.. owner.GetProperty(x).EnumerateArray().Zip(owner.GetProperty(y).EnumerateArray(), (a, b) => new ReportCounts(a.GetInt32(), b.GetInt32()))];
}
