using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Support;

/// <summary>What tests of the service have in common: a server for the class, and further ones where a test needs an empty log.</summary>
/// <typeparam name="TService">The fixture of an engine.</typeparam>
public abstract class AcceptanceTests<TService> : IClassFixture<TService>
    where TService : ServiceUnderTest, new()
{
    private readonly TService service;

    protected AcceptanceTests(TService service)
    {
        Assert.SkipWhen(service.Missing is not null, service.Missing ?? "");
        this.service = service;
    }

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected TService Service => service;

    /// <summary>A server with an empty log.</summary>
    protected static async Task<TService> EmptyServiceAsync()
    {
        var empty = new TService();
        await empty.InitializeAsync();
        return empty;
    }

    /// <summary>Submits updates of one force one after the other, in this order.</summary>
    protected Task<IReadOnlyList<Receipt>> SubmitAsync(params IncidentUpdate[] updates) => SubmitAsync(service, updates);

    protected static async Task<IReadOnlyList<Receipt>> SubmitAsync(TService service, params IncidentUpdate[] updates)
    {
        var receipts = new List<Receipt>();
        foreach (IncidentUpdate update in updates)
        {
            receipts.Add((await service.Submitter(update.Sender.Force).Incidents.SubmitAsync(update, Cancel)).Receipt);
        }

        return receipts;
    }

    /// <summary>Writes many updates of one force; each must be accepted.</summary>
    protected static async Task WriteAsync(TService service, IEnumerable<IncidentUpdate> updates)
    {
        foreach (IGrouping<string, IncidentUpdate> force in updates.GroupBy(u => u.Sender.Force))
        {
            await using IncidentWriter writer = service.Submitter(force.Key).Incidents.OpenWriter();
            foreach (IncidentUpdate update in force)
            {
                await writer.WriteAsync(update, Cancel);
            }
        }
    }

    protected Task<GetIncidentResponse> ReadAsync(string force, string reference, string system = Told.Command) =>
        service.Submitter(force).Incidents.GetAsync(force, system, reference, Cancel);

    /// <summary>Entries in the log.</summary>
    protected static async Task<long> EntriesAsync(TService service) =>
        (await service.Lead().Rates.GetAccountedForAsync("kent", cancellationToken: Cancel)).AsOf.TreeSize;

    protected static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (T item in items.WithCancellation(Cancel))
        {
            all.Add(item);
        }

        return all;
    }
}
