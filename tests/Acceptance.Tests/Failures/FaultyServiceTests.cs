using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Grpc.Core;

namespace Acceptance.Tests.Failures;

/// <summary>What tests of failing engines have in common: a service whose connections fail as the test says.</summary>
public abstract class FaultyServiceTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    protected static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(15);

    /// <summary>An empty service, whose clients ask once.</summary>
    protected static Task<TService> FaultyServiceAsync(params (string Setting, string Value)[] settings) => FaultyServiceAsync(1, settings);

    protected static async Task<TService> FaultyServiceAsync(int attempts, params (string Setting, string Value)[] settings)
    {
        var faulty = new TService
        {
            Faults = new FaultScript(),
            Attempts = attempts,
            Settings = new Dictionary<string, string?>(settings.ToDictionary(s => s.Setting, s => (string?)s.Value))
            {
                ["CrimeAudit:Sequencing:RetryAfter"] = RetryAfter.ToString(),
            },
        };
        await faulty.InitializeAsync();
        return faulty;
    }

    /// <summary>A call that fails for now: says so in the contract's terms and when to ask again, and nothing of the driver's.</summary>
    protected static async Task RefusedAsync(Func<Task> call, ErrorReason reason = ErrorReason.StorageUnavailable)
    {
        ServiceUnavailableException refused = await Assert.ThrowsAsync<ServiceUnavailableException>(call);
        StatusCode code = reason == ErrorReason.StorageUnavailable ? StatusCode.Unavailable : StatusCode.ResourceExhausted;
        Assert.Equal((reason, code, RetryAfter), (refused.Reason, refused.StatusCode, refused.RetryAfter));
        Assert.DoesNotContain("disk", refused.ToString(), StringComparison.Ordinal);
    }

    protected static async Task<Receipt> SubmitOneAsync(TService service, IncidentUpdate update) =>
        (await service.Submitter(update.Sender.Force).Incidents.SubmitAsync(update, Cancel)).Receipt;

    /// <summary>Submits the updates of a force as one batch, and so in one turn.</summary>
    protected static async Task<IReadOnlyList<Receipt>> SubmitAllAsync(TService service, IncidentUpdate[] updates) =>
        (await service.Submitter(updates[0].Sender.Force).Incidents.SubmitBatchAsync(updates, Cancel)).Receipts;

    /// <summary>
    /// While nothing can be written, figures hold everything acknowledged. Records are not told: that somebody was told could not be noted.
    /// </summary>
    protected static async Task AssertCountedAndUntoldAsync(
        TService service, IReadOnlyCollection<(IncidentUpdate Update, Receipt Receipt)> told)
    {
        Assert.Equal(told.Count, await EntriesAsync(service));
        string incident = told.First().Update.Incident.Ref;
        await RefusedAsync(() => service.Reader("kent").Incidents.GetAsync("kent", Told.Command, incident, Cancel));
    }

    /// <summary>Everything acknowledged is there once, at dense indexes, and nothing else is.</summary>
    protected static async Task AssertEachOnceAsync(TService service, params IReadOnlyCollection<(IncidentUpdate Update, Receipt Receipt)> told)
    {
        (IncidentUpdate Update, Receipt Receipt)[] inOrder = [.. told.OrderBy(t => t.Receipt.EntryIndex)];
        Assert.Equal(Enumerable.Range(0, told.Count).Select(i => (long)i), inOrder.Select(t => t.Receipt.EntryIndex));
        Assert.Equal(told.Count, await EntriesAsync(service));
        foreach (var incident in inOrder.GroupBy(t => t.Update.Incident.Ref))
        {
            GetIncidentResponse read = await service.Submitter("kent").Incidents.GetAsync("kent", Told.Command, incident.Key, Cancel);
            Assert.Equal(incident.Select(t => (t.Receipt.EntryIndex, t.Update)), read.History.Select(h => (h.EntryIndex, h.Update)));
        }
    }
}
