using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AuditServer.Tests.Telemetry;

/// <summary>Takes what is sent over OTLP as HTTP and Protobuf, and keeps the bytes.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, byte[] Body)> posts = new();
    private readonly SemaphoreSlim came = new(0);
    private readonly WebApplication app;

    private OtlpReceiver()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/{**path}", TakeAsync);
    }

    public string Address => app.Urls.Single();

    public static async Task<OtlpReceiver> StartAsync()
    {
        var receiver = new OtlpReceiver();
        await receiver.app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    /// <summary>Everything that was posted to a path so far, as text in which names and values can be looked for.</summary>
    public string TextOf(string path) => string.Concat(posts.Where(p => p.Path == path).Select(p => Encoding.UTF8.GetString(p.Body)));

    /// <summary>Waits until what was posted to a path says something.</summary>
    public async Task UntilAsync(string path, string says, CancellationToken cancel)
    {
        while (!TextOf(path).Contains(says, StringComparison.Ordinal))
        {
            await came.WaitAsync(cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        came.Dispose();
    }

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        posts.Enqueue((http.Request.Path.Value!, body.ToArray()));
        came.Release();
    }
}
