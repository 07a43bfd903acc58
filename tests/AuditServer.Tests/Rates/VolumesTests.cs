using AuditServer.Security;
using AuditServer.Tests.Support;
using CrimeAudit.V1;

namespace AuditServer.Tests.Rates;

public sealed class VolumesTests(FeatureServer server) : IClassFixture<FeatureServer>
{
    [Fact]
    public async Task An_import_is_taken_once_and_read_between_its_period_ends()
    {
        ImportVolumesRequest import = Import("mine");
        ImportVolumesResponse first = await server.ImportVolumes(import, server.Lead());
        ImportVolumesResponse again = await server.ImportVolumes(import, server.Lead());
        Assert.Equal((first.EntryIndex, false, true), (again.EntryIndex, first.Replayed, again.Replayed));
        ImportVolumesRequest other = import.Clone();
        other.Figures[0].Count++;
        Assert.Equal("VOLUMES_EXIST", (await FeatureServer.RefusalOfAsync(server.ImportVolumes(other, server.Lead()))).Reason);
        Assert.Equal("VOLUMES_EXIST", (await FeatureServer.RefusalOfAsync(server.ImportVolumes(Import("ons-2018-12"), server.Lead()))).Reason);

        ListVolumesResponse read = await ListAsync("mine", "2017-03-31");
        Assert.Equal([100.0, 10.0, 1000.0], read.Groups.Select(g => g.Volume));
        Assert.Equal((1110.0, "mine", "a test"), (read.Total, read.Version, read.Source));
        Assert.Equal(("2017-03-31", "2017-06-30"), (read.CoveredFrom, read.CoveredTo));
        Assert.Equal(["ons-2018-12", "mine"], read.Versions);
        // 30 of the 91 days between the two ends.
        Assert.Equal(1110 + (330 * 30 / 91.0), (await ListAsync("mine", "2017-04-30")).Total, 9);
    }

    [Fact]
    public async Task What_is_not_held_is_said_with_what_is()
    {
        Assert.Contains("ons-2018-12", (await RefusalAsync("nobodys", "2017-03-31", "VOLUMES_NOT_AVAILABLE")).Message, StringComparison.Ordinal);
        Assert.Contains("2018-12-31", (await RefusalAsync("", "2019-01-01", "VOLUMES_NOT_AVAILABLE")).Message, StringComparison.Ordinal);
        await RefusalAsync("", "tomorrow", "INVALID_FIELDS");
        Assert.Equal("UNKNOWN_FORCE", (await FeatureServer.RefusalOfAsync(server.ListVolumes(
            new ListVolumesRequest { Force = "atlantis", To = "2017-03-31" }, server.Lead()))).Reason);
    }

    [Fact]
    public async Task Everything_wrong_with_an_import_is_named()
    {
        ImportVolumesRequest import = Import("Bad Name");
        import.Source = "";
        import.Figures[1].Force = "atlantis";
        import.Figures[2].Category = "Jaywalking";
        FeatureServer.Refusal refusal = await FeatureServer.RefusalOfAsync(server.ImportVolumes(import, server.Lead()));
        Assert.Equal("INVALID_FIELDS", refusal.Reason);
        Assert.Superset(new HashSet<string> { "version", "source", "figures[1]", "figures[2]" }, refusal.Fields.ToHashSet());
        import.Figures[3].PeriodEnd = "2017-06-31";
        refusal = await FeatureServer.RefusalOfAsync(server.ImportVolumes(import, server.Lead()));
        Assert.Equal(["version", "source", "figures[3].period_end"], refusal.Fields);
        Assert.Equal("ROLE_MISSING", (await FeatureServer.RefusalOfAsync(
            server.ImportVolumes(import, server.As("rita", [Role.Reader], FeatureServer.Force)))).Reason);
    }

    [Fact]
    public async Task Of_very_many_problems_the_first_fifty_are_told_and_the_rest_counted()
    {
        var import = new ImportVolumesRequest { Version = "many", Source = "a test" };
        import.Figures.AddRange(Enumerable.Range(0, 500).Select(_ => new VolumeFigure { PeriodEnd = "never" }));
        FeatureServer.Refusal refusal = await FeatureServer.RefusalOfAsync(server.ImportVolumes(import, server.Lead()));
        Assert.Equal(51, refusal.Fields.Count);
        Assert.Contains("450 more problems", refusal.Message, StringComparison.Ordinal);
    }

    private static ImportVolumesRequest Import(string version)
    {
        var import = new ImportVolumesRequest { Version = version, Source = "a test" };
        foreach ((string end, int more) in new[] { ("2017-03-31", 0), ("2017-06-30", 110) })
        {
            import.Figures.Add(Figure(end, "Violence with injury", 100 + more));
            import.Figures.Add(Figure(end, "Sexual offences", 10 + more));
            import.Figures.Add(Figure(end, "Robbery", 1000 + more));
        }

        return import;
    }

    private static VolumeFigure Figure(string end, string category, long count) =>
        new() { Force = FeatureServer.Force, PeriodEnd = end, Category = category, Count = count };

    private async Task<ListVolumesResponse> ListAsync(string version, string to) =>
        await server.ListVolumes(new ListVolumesRequest { Force = FeatureServer.Force, To = to, Version = version }, server.Lead());

    private async Task<FeatureServer.Refusal> RefusalAsync(string version, string to, string reason)
    {
        FeatureServer.Refusal refusal = await FeatureServer.RefusalOfAsync(server.ListVolumes(
            new ListVolumesRequest { Force = FeatureServer.Force, To = to, Version = version }, server.Lead()));
        Assert.Equal(reason, refusal.Reason);
        return refusal;
    }
}
