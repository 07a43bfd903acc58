using AuditCli.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Tests.Import;

/// <summary>The two files that a force has: incidents of one system, crimes of another.</summary>
public sealed class ForceFilesTests : IDisposable
{
    private const string Incidents =
        """
        Incident ref,Reported at,Opening code,Qualifiers,Closed at,Closing code
        I1,2019-02-01 10:00:00,110,domestic-abuse;vulnerable,2019-02-02 09:00:00,C9
        I2,2019-07-01 10:00:00,200,,,

        """;

    private const string Crimes =
        """
        Crime ref,Incident ref,Offence code,Recorded at,Victim,Cancelled at,Cancellation reason
        C1,I1,105/12,2019-02-01 20:00:00,v-1,,
        C2,I1,105/12,2019-02-01 21:00:00,v-2,2019-03-01 12:00:00,C3
        C3,,105/12,2019-02-01 21:00:00,,,

        """;

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Crimes_find_the_incidents_of_the_other_system_in_whichever_order_the_files_come()
    {
        using TemporaryFolder other = new();
        await using Served forwards = await Served.StartAsync(folder.Path);
        await using Served backwards = await Served.StartAsync(other.Path);
        await ImportAsync(forwards, ("incidents", Incidents), ("crimes", Crimes));
        await ImportAsync(backwards, ("crimes", Crimes), ("incidents", Incidents));

        Incident incident = await GetAsync(forwards, "command-and-control", "I1");
        Assert.Equal((IncidentStatus.Closed, "110", "C9"), (incident.Status, incident.OpeningCode, incident.ClosingCode));
        Assert.Equal(EventTimes.Instant(new DateTimeOffset(2019, 2, 1, 10, 0, 0, TimeSpan.Zero)), incident.ReportedTime);
        Assert.Equal(["C1", "C2"], incident.CrimeRecords.Select(crime => crime.CrimeRef));
        Assert.Equal(CancellationReason.C3Duplicate, incident.CrimeRecords[1].Cancelled);
        Assert.Equal(incident, await GetAsync(backwards, "command-and-control", "I1"));
        Assert.Equal(IncidentStatus.DirectCrime, (await GetAsync(forwards, "crime-recording", "C3")).Status);
    }

    [Fact]
    public async Task Local_times_are_those_of_London_also_in_summer()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        await ImportAsync(served, ("incidents", Incidents));
        Incident incident = await GetAsync(served, "command-and-control", "I2");
        Assert.Equal(EventTimes.Instant(new DateTimeOffset(2019, 7, 1, 9, 0, 0, TimeSpan.Zero)), incident.ReportedTime);
        Assert.Equal(IncidentStatus.Open, incident.Status);
    }

    [Fact]
    public async Task A_later_export_with_more_known_adds_only_what_is_new()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        await ImportAsync(served, ("incidents", Incidents));
        await ImportAsync(served, ("incidents", Incidents.Replace("200,,,", "200,,2019-07-02 10:00:00,C1", StringComparison.Ordinal)));
        Assert.Equal(IncidentStatus.Closed, (await GetAsync(served, "command-and-control", "I2")).Status);
        Assert.Equal(4, (await served.RateAsync()).AsOf.TreeSize);
    }

    public void Dispose() => folder.Dispose();

    private async Task ImportAsync(Served served, params (string Name, string Csv)[] files)
    {
        foreach ((string name, string csv) in files)
        {
            CliResult result = await served.ImportAsync(folder.Write(name + ".csv", csv), "--map", name + "-csv", "--force", "thames-valley");
            Assert.Equal((0, ""), (result.Code, result.Error));
        }
    }

    private static async Task<Incident> GetAsync(Served served, string system, string reference) =>
        (await served.Client.Incidents.GetAsync("thames-valley", system, reference, TestContext.Current.CancellationToken)).Incident;
}
