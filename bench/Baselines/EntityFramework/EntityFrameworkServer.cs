using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bench.Baselines.EntityFramework;

/// <summary>
/// What one would write instead: a minimal API that takes updates as JSON, keeps them and the state of their incidents with EF Core in
/// SQLite, as durable as the server, each request id once. Good practice: pooled contexts, one SaveChanges a request, indexes on what is
/// looked up, and one writer at a time, without which the provider's waiting for the file's lock would be what is measured. No proof, no
/// counts.
/// </summary>
internal static class EntityFrameworkServer
{
    /// <summary>The hidden verb that serves it, in a process of its own.</summary>
    public const string Verb = "serve-entity-framework";

    /// <summary>Serves it.</summary>
    public static async Task<int> RunAsync(string[] settings, CancellationToken cancel)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(settings);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        string file = $"{builder.Configuration["CrimeAudit:Storage:Path"]}.ef";
        builder.Services.AddDbContextPool<UpdatesContext>(options => options
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 60 }.ToString())
            .AddInterceptors(new FullySynchronous()));
        builder.Services.AddSingleton(_ => new SemaphoreSlim(1, 1));
        await using WebApplication app = builder.Build();
        await using (AsyncServiceScope scope = app.Services.CreateAsyncScope())
        {
            UpdatesContext context = scope.ServiceProvider.GetRequiredService<UpdatesContext>();
            await context.Database.EnsureCreatedAsync(cancel);
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancel);
        }

        app.MapPost("/updates", (UpdateBody update, UpdatesContext context, SemaphoreSlim writer, CancellationToken token) =>
            TakeAsync([update], context, writer, token));
        app.MapPost("/updates/batch", (UpdateBody[] updates, UpdatesContext context, SemaphoreSlim writer, CancellationToken token) =>
            TakeAsync(updates, context, writer, token));
        await app.StartAsync(cancel);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    private static async Task<IResult> TakeAsync(UpdateBody[] updates, UpdatesContext context, SemaphoreSlim writer, CancellationToken cancel)
    {
        await writer.WaitAsync(cancel);
        try
        {
            await new UpdateTaking(context).TakeAsync(updates, cancel);
        }
        finally
        {
            writer.Release();
        }

        return TypedResults.Ok(updates.Length);
    }
}
