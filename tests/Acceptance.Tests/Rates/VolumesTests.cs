using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Rates;

public abstract class VolumesTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task The_volume_of_Thames_Valley_in_2018_is_as_published()
    {
        ListVolumesResponse volumes =
            await Service.Reader("thames-valley").Rates.ListVolumesAsync("thames-valley", new DateOnly(2018, 12, 31), Cancel);
        Assert.Equal(162_070, volumes.Total);
        Assert.Equal(
            [(OffenceGroup.Violence, 46_311.0), (OffenceGroup.Sexual, 5_453.0), (OffenceGroup.Other, 110_306.0)],
            volumes.Groups.Select(g => (g.OffenceGroup, g.Volume)));
    }

    [Theory]
    [InlineData("1999-12-31")]
    [InlineData("2019-01-01")]
    public async Task A_day_out_of_range_is_refused_with_the_range(string day)
    {
        ListVolumesResponse held =
            await Service.Lead().Rates.ListVolumesAsync("thames-valley", new DateOnly(2018, 12, 31), Cancel);
        InvalidRequestException refused = await Assert.ThrowsAsync<InvalidRequestException>(
            () => Service.Lead().Rates.ListVolumesAsync(new ListVolumesRequest { Force = "thames-valley", To = day }, Cancel));
        Assert.Equal((ErrorReason.VolumesNotAvailable, Grpc.Core.StatusCode.OutOfRange), (refused.Reason, refused.StatusCode));
        Assert.Contains(held.CoveredFrom, refused.Message, StringComparison.Ordinal);
        Assert.Contains(held.CoveredTo, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Imported_volumes_are_read_by_their_version()
    {
        ImportVolumesRequest import = Volumes.Of("mine", "kent", ("2018-09-30", 100, 20, 300), ("2018-12-31", 192, 20, 392));
        ImportVolumesResponse first = await Service.Lead().Rates.ImportVolumesAsync(import, Cancel);
        ImportVolumesResponse again = await Service.Lead().Rates.ImportVolumesAsync(import, Cancel);
        Assert.Equal((first.EntryIndex, true), (again.EntryIndex, again.Replayed));

        ListVolumesResponse end = await ListAsync("mine", "2018-12-31");
        Assert.Equal(("mine", "made for a test", "2018-09-30", "2018-12-31"), (end.Version, end.Source, end.CoveredFrom, end.CoveredTo));
        Assert.Equal([192.0, 20.0, 392.0], end.Groups.Select(g => g.Volume));
        // 46 of the 92 days between the two ends.
        Assert.Equal([146.0, 20.0, 346.0], (await ListAsync("mine", "2018-11-15")).Groups.Select(g => g.Volume));
        Assert.Contains("mine", (await ListAsync("", "2018-12-31")).Versions);
        Assert.NotEqual("mine", (await ListAsync("", "2018-12-31")).Version);
        await Assert.ThrowsAsync<InvalidRequestException>(() => ListAsync("mine", "2019-01-01"));

        import.Figures[0].Count++;
        CrimeAuditException refused = await Assert.ThrowsAnyAsync<CrimeAuditException>(() => Service.Lead().Rates.ImportVolumesAsync(import, Cancel));
        Assert.Equal(ErrorReason.VolumesExist, refused.Reason);
    }

    private Task<ListVolumesResponse> ListAsync(string version, string to) =>
        Service.Reader("kent").Rates.ListVolumesAsync(new ListVolumesRequest { Force = "kent", To = to, Version = version }, Cancel);
}
