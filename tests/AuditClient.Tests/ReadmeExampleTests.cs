using AuditClient.Tests.Verification;

namespace AuditClient.Tests;

public sealed class ReadmeExampleTests
{
    [Fact]
    public async Task The_five_lines_of_the_readme_run()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        EvidenceLog log = new();
        server.Ledger.Logs = _ => log;
        server.Incidents.Stream = conversation => conversation.AnswerAllAsync(
            sequence => new StreamItemResult { Sequence = sequence, Receipt = log.Append(conversation.Update(sequence)) });
        string token = "a-token";
        DateTimeOffset reportedAt = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

        await using var client = CrimeAuditClient.Connect(server.Address.ToString(), token);
        await using var writer = client.Incidents.OpenWriter();
        await writer.WriteAsync(IncidentUpdates.Opened("thames-valley", "storm", "URN-1", reportedAt, openingCode: "violence"));
        await writer.FlushAsync();
        GetAccountedForRateResponse rate = await client.Rates.GetAccountedForAsync("thames-valley");

        Assert.Equal("accounted-for rate of alleged crimes of thames-valley", rate.Method);
        Assert.Equal(1, writer.DurableThrough);
    }
}
