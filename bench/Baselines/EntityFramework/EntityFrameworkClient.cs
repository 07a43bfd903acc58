using System.Diagnostics;
using System.Net.Http.Json;
using Bench.Load;
using Bench.Serving;
using CrimeAudit.V1;

namespace Bench.Baselines.EntityFramework;

/// <summary>A client of that API: HTTP/1.1 over connections that are kept.</summary>
internal static class EntityFrameworkClient
{
    /// <summary>One request an update, so many at once; the first half warms up, and is not counted.</summary>
    public static async Task<CallTimes> OneByOneAsync(
        string folder, IReadOnlyCollection<IncidentUpdate> updates, int concurrency, CancellationToken cancel)
    {
        await using ServerProcess server = await ServerProcess.StartVerbAsync(EntityFrameworkServer.Verb, folder, cancel);
        using var client = new HttpClient { BaseAddress = server.Address };
        async Task PostOneAsync(IncidentUpdate update, CancellationToken token) => await PostAsync(client, "updates", UpdateBody.Of(update), token);
        int warm = updates.Count / 2;
        await ParallelCalls.RunAsync([.. updates.Take(warm)], concurrency, PostOneAsync, cancel);
        return await ParallelCalls.RunAsync([.. updates.Skip(warm)], concurrency, PostOneAsync, cancel);
    }

    /// <summary>Updates a second, so many a request, one request after the other; the first half warms up, and is not counted.</summary>
    public static async Task<double> BatchedPerSecondAsync(
        string folder, IReadOnlyCollection<IncidentUpdate> updates, int batch, CancellationToken cancel)
    {
        await using ServerProcess server = await ServerProcess.StartVerbAsync(EntityFrameworkServer.Verb, folder, cancel);
        using var client = new HttpClient { BaseAddress = server.Address };
        int warm = updates.Count / 2;
        await PostAllAsync(client, updates.Take(warm), batch, cancel);
        long started = Stopwatch.GetTimestamp();
        await PostAllAsync(client, updates.Skip(warm), batch, cancel);
        return (updates.Count - warm) / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task PostAllAsync(HttpClient client, IEnumerable<IncidentUpdate> updates, int batch, CancellationToken cancel)
    {
        foreach (IncidentUpdate[] chunk in updates.Chunk(batch))
        {
            await PostAsync(client, "updates/batch", chunk.Select(UpdateBody.Of), cancel);
        }
    }

    private static async Task PostAsync<T>(HttpClient client, string path, T body, CancellationToken cancel)
    {
        using HttpResponseMessage response = await client.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, cancel);
        response.EnsureSuccessStatusCode();
    }
}
