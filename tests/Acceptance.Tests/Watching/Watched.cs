using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Watching;

/// <summary>Reads watches as far as a test needs them.</summary>
internal static class Watched
{
    /// <summary>The messages up to and including the first that is wanted.</summary>
    public static async Task<List<WatchIncidentsResponse>> UntilAsync(
        IIncidentClient client, WatchIncidentsRequest request, Func<WatchIncidentsResponse, bool> last, CancellationToken cancel)
    {
        var messages = new List<WatchIncidentsResponse>();
        await foreach (WatchIncidentsResponse message in client.WatchAsync(request, cancellationToken: cancel))
        {
            messages.Add(message);
            if (last(message))
            {
                break;
            }
        }

        return messages;
    }

    /// <summary>The messages until everything is told that was there when the watch began.</summary>
    public static Task<List<WatchIncidentsResponse>> UntilCaughtUpAsync(
        IIncidentClient client, WatchIncidentsRequest request, CancellationToken cancel) =>
        UntilAsync(client, request, message => message.CaughtUp is not null, cancel);

    public static IEnumerable<WatchedEntry> Entries(this IEnumerable<WatchIncidentsResponse> messages) =>
        messages.Where(m => m.Entry is not null).Select(m => m.Entry);

    public static IEnumerable<long> Indexes(this IEnumerable<WatchIncidentsResponse> messages) => messages.Entries().Select(e => e.EntryIndex);
}
