using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Incidents;

/// <summary>References are compared byte by byte on every engine: nothing is folded, trimmed or padded.</summary>
public abstract class IdentifierTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    /// <summary>Alike to people or to a database's usual rules: case, accents, width, sharp s, decomposition, zero-width joiner, order of astral characters.</summary>
    private static readonly string[] Alike =
    [
        "URN-a", "URN-A", "URN-á", "URN-a\u0301", "URN-ａ", "URN-ß", "URN-ss", "URN-\u200da", "URN-\U00020000", "URN-\uFFFD", "urn_a", "URN%2Da",
    ];

    [Fact]
    public async Task References_that_look_alike_are_different_incidents()
    {
        IncidentUpdate[] reports = [.. Alike.Select(r => Told.Report("kent", r, Moments.Reported, $"code of {r}"))];
        await SubmitAsync(reports);
        foreach (IncidentUpdate report in reports)
        {
            Assert.Equal(report.Opened.OpeningCode, (await ReadAsync("kent", report.Incident.Ref)).Incident.OpeningCode);
        }
    }

    [Fact]
    public async Task Request_ids_and_systems_that_look_alike_are_different()
    {
        IncidentUpdate[] sameSystem = [.. Alike.Select(id => Under(id, Told.CrimeSystem))];
        IncidentUpdate[] sameId = [.. Alike.Select(system => Under("one-id", $"system {system}"))];
        Assert.DoesNotContain(await SubmitAsync([.. sameSystem, .. sameId]), r => r.Replayed);
        Assert.All(await SubmitAsync([.. sameSystem, .. sameId]), r => Assert.True(r.Replayed));
    }

    [Theory]
    [InlineData("URN-1 ")]
    [InlineData(" URN-1")]
    [InlineData("URN-1\u00a0")]
    public async Task White_space_around_a_reference_is_refused_wherever_it_stands(string reference)
    {
        IncidentUpdate update = Told.Report("kent", reference, Told.Alleged(reference, victim: reference));
        update.Sender.RequestId = reference;
        update.Sender.SourceSystem = reference;
        InvalidRequestException refused = await Assert.ThrowsAsync<InvalidRequestException>(() => SubmitAsync(update));
        Assert.Equal(
            [
                "update.incident.ref", "update.opened.alleged_crimes[0].alleged_ref", "update.opened.alleged_crimes[0].victim_ref",
                "update.sender.request_id", "update.sender.source_system",
            ],
            refused.Violations.Select(v => v.Field).Order(StringComparer.Ordinal));
        Assert.All(refused.Violations, v => Assert.Equal("begins or ends with white space", v.Description));
    }

    [Fact]
    public async Task A_crime_or_N_code_whose_unit_id_would_be_too_long_is_refused()
    {
        string reference = new('é', 122);
        IncidentUpdate nCode = Told.Report("kent", reference);
        nCode.ReportedIncidentRecorded = new ReportedIncidentRecorded { Code = "100/01" };
        nCode.Sender.RequestId = new('n', 9);
        foreach (IncidentUpdate update in new[] { Told.Crime("kent", reference, new('c', 14), Moments.Reported), nCode })
        {
            InvalidRequestException refused = await Assert.ThrowsAsync<InvalidRequestException>(() => SubmitAsync(update));
            Assert.Equal("update.incident.ref", Assert.Single(refused.Violations).Field);
        }

        await SubmitAsync(Told.Crime("kent", reference, new('c', 13), Moments.Reported));
    }

    [Fact]
    public async Task A_reference_too_long_for_a_unit_id_is_refused_and_the_longest_that_fits_is_drawn_from()
    {
        string longest = new('é', 124);
        InvalidRequestException refused = await Assert.ThrowsAsync<InvalidRequestException>(() => SubmitAsync(Told.Report("kent", longest + "é")));
        Assert.Equal("update.incident.ref", Assert.Single(refused.Violations).Field);

        await using TService drawn = await EmptyServiceAsync();
        await SubmitAsync(drawn, Told.Report("kent", longest, Moments.Reported, "burglary"));
        var audit = new Audits.Inspection(drawn, "longest", "kent");
        await audit.CreateAsync(Audits.Plans.Of("kent", SeedSource.Witnessed, ("burglary", 1)));
        await audit.FreezeAsync();
        await audit.WitnessAsync("27182818");
        await audit.DrawAsync();
        Assert.Equal($"kent/storm/{Uri.EscapeDataString(longest)}", Assert.Single(await audit.ItemsAsync()).UnitId);
    }

    private static IncidentUpdate Under(string requestId, string system)
    {
        IncidentUpdate update = Told.Report("kent", "of many senders");
        update.Sender.RequestId = requestId;
        update.Sender.SourceSystem = system;
        return update;
    }
}
