using System.Text.Json;

namespace AuditCli.Tests.Demo;

public sealed class DemoCommandTests
{
    [Fact]
    public async Task The_demo_reproduces_every_published_figure_through_the_service()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("crimeaudit-demo-test-");
        try
        {
            CliResult run = await CliRunner.RunAsync(["demo", "--seed", "a test's own seed", "--export", folder.FullName]);

            Assert.True(run.Code == CommandLine.Ok, run.Error);
            using JsonDocument estimates = JsonDocument.Parse(await File.ReadAllTextAsync(
                Path.Combine(folder.FullName, "estimates.json"), TestContext.Current.CancellationToken));
            JsonElement[] inspections = [.. estimates.RootElement.GetProperty("inspections").EnumerateArray()];
            AssertRates(inspections[0], overall: 80.4, violence: 69.2, sexual: 90.2);
            AssertRates(inspections[1], overall: 87.9, violence: 79.4, sexual: 95.3);
            AssertReports(inspections[0], audited: 1_970, census: 194);
            AssertReports(inspections[1], audited: 1_419, census: 145);
            AssertHalfWidth(inspections[0].GetProperty("force_wide"), 1.75);
            AssertHalfWidth(Domain(inspections[0], "violence").GetProperty("recorded"), 3.35);
            AssertCounts(inspections[0], "rape", "recorded_correctly", 152, 174);
            AssertCounts(inspections[0], "vulnerable-victim", "recorded", 9, 20);
            AssertCounts(inspections[1], "rape", "recorded_correctly", 126, 138);
            AssertCounts(inspections[1], "rape", "recorded", 131, 138);
            AssertCounts(inspections[1], "domestic-abuse", "recorded", 289, 379);
            AssertCounts(inspections[1], "vulnerable-victim", "recorded", 4, 7);
            Assert.InRange(inspections[0].GetProperty("not_recorded").GetProperty("per_year").GetDouble(), 35_200 * 0.98, 35_200 * 1.02);

            JsonElement comparison = estimates.RootElement.GetProperty("comparison");
            Assert.Equal(7.5, Math.Round(100 * comparison.GetProperty("difference").GetDouble(), 1));
            Assert.True(comparison.GetProperty("significant").GetBoolean());
            string statement = comparison.GetProperty("statement").GetString()!;
            Assert.Contains("87.9 % against 80.4 %, +7.5 points", statement, StringComparison.Ordinal);
            Assert.EndsWith("a significant difference at the 95 % level.", statement, StringComparison.Ordinal);

            await AssertDesignRecomputesAsync(folder, inspections[0], "2017");
            await AssertDesignRecomputesAsync(folder, inspections[1], "2019");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What <c>calc rate</c> makes of the exported design is what the service answered.</summary>
    private static async Task AssertDesignRecomputesAsync(DirectoryInfo folder, JsonElement inspection, string year)
    {
        CliResult calc = await CliRunner.RunAsync(["calc", "rate", "--design", Path.Combine(folder.FullName, $"design-{year}.json")]);
        Assert.Equal(CommandLine.Ok, calc.Code);
        using JsonDocument cases = JsonDocument.Parse(calc.Output);
        foreach (JsonElement recomputed in cases.RootElement.EnumerateArray())
        {
            JsonElement answered = Domain(inspection, recomputed.GetProperty("name").GetString()!).GetProperty("recorded");
            Assert.Equal(recomputed.GetProperty("recorded").GetProperty("ratio").GetDouble(), answered.GetProperty("ratio").GetDouble(), 12);
            Assert.Equal(
                recomputed.GetProperty("recorded").GetProperty("standard_error").GetDouble(), answered.GetProperty("standard_error").GetDouble(), 12);
        }
    }

    private static void AssertRates(JsonElement inspection, double overall, double violence, double sexual)
    {
        Assert.Equal(overall, Math.Round(100 * inspection.GetProperty("force_wide").GetProperty("rate").GetDouble(), 1));
        Assert.Equal(violence, Math.Round(100 * Domain(inspection, "violence").GetProperty("recorded").GetProperty("ratio").GetDouble(), 1));
        Assert.Equal(sexual, Math.Round(100 * Domain(inspection, "sexual").GetProperty("recorded").GetProperty("ratio").GetDouble(), 1));
    }

    private static void AssertReports(JsonElement inspection, int audited, int census)
    {
        Assert.Equal(audited, inspection.GetProperty("reports_audited").GetInt32());
        Assert.Equal(census, inspection.GetProperty("census_reports").GetInt32());
    }

    private static void AssertHalfWidth(JsonElement estimate, double points)
    {
        JsonElement wald = estimate.GetProperty("wald_z");
        Assert.InRange(50 * (wald[1].GetDouble() - wald[0].GetDouble()), points - 0.15, points + 0.15);
    }

    private static void AssertCounts(JsonElement inspection, string domain, string basis, int recorded, int required)
    {
        JsonElement counts = Domain(inspection, domain).GetProperty(basis);
        Assert.Equal(recorded, counts.GetProperty("numerator_in_sample").GetInt32());
        Assert.Equal(required, counts.GetProperty("denominator_in_sample").GetInt32());
    }

    private static JsonElement Domain(JsonElement inspection, string name) =>
        inspection.GetProperty("domains").EnumerateArray().Single(d => d.GetProperty("name").GetString() == name);
}
