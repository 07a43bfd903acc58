using System.Reflection;

namespace AuditClient.Tests.Faking;

public sealed class FakingTests
{
    [Fact]
    public async Task A_program_on_the_interface_runs_without_a_server()
    {
        RememberingWriter writer = new();
        ICrimeAuditClient client = Faked.Of<ICrimeAuditClient>(
            ("Incidents", _ => Faked.Of<IIncidentClient>(
                ("OpenWriter", _ => writer),
                ("ListAsync", _ => Items(new IncidentSummary { Key = new IncidentKey { Ref = "URN-9" } })),
                ("SubmitAsync", arguments => Task.FromResult(new SubmitIncidentResponse
                {
                    Receipt = new Receipt { EntryIndex = ((SubmitIncidentRequest)arguments[0]!).Update.Incident.Ref.Length },
                })))),
            ("Rates", _ => Faked.Of<IRateClient>(
                ("GetAccountedForAsync", _ => Task.FromResult(new GetAccountedForRateResponse { Method = "faked" })))));

        Assert.Equal("URN-9: 5, faked", await NightlyAsync(client));
        Assert.Equal(["r1"], writer.Written.Select(update => update.Sender.RequestId));
    }

    [Fact]
    public async Task A_program_sees_failures_that_a_fake_makes()
    {
        ICrimeAuditClient client = Faked.Of<ICrimeAuditClient>(
            ("Incidents", _ => throw CrimeAuditException.From(Statuses.Of(ErrorReason.RoleMissing))));

        await Assert.ThrowsAsync<PermissionException>(() => NightlyAsync(client));
    }

    [Fact]
    public void Everything_behind_the_interface_can_be_faked_and_every_answer_made()
    {
        List<Type> parts = [.. typeof(ICrimeAuditClient).GetProperties().Select(property => property.PropertyType)];

        Assert.All(parts, part => Assert.True(part is { IsInterface: true, IsPublic: true }));
        Assert.Equal(5, parts.Count);
        // A checkpoint is what a key has signed: a fake opens a note of a key of its own, which is the one way to make any.
        IEnumerable<Type> answers = parts.SelectMany(part => part.GetMethods()).Select(method => Unwrapped(method.ReturnType))
            .Where(type => type != typeof(void) && type != typeof(LogCheckpoint));
        Assert.All(answers, answer => Assert.Contains(
            answer.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance),
            made => made.IsPublic || (answer.IsAbstract && made.IsFamily)));
    }

    /// <summary>What an ordinary program does: it writes, lists, submits, and asks for a rate.</summary>
    private static async Task<string> NightlyAsync(ICrimeAuditClient client)
    {
        await using IncidentWriter writer = client.Incidents.OpenWriter();
        await writer.WriteAsync(TestUpdates.Number(1));
        await writer.FlushAsync();
        string listed = "";
        await foreach (IncidentSummary incident in client.Incidents.ListAsync("thames-valley"))
        {
            listed += incident.Key.Ref;
        }

        SubmitIncidentResponse submitted = await client.Incidents.SubmitAsync(TestUpdates.Number(2));
        GetAccountedForRateResponse rate = await client.Rates.GetAccountedForAsync("thames-valley");
        return $"{listed}: {submitted.Receipt.EntryIndex}, {rate.Method}";
    }

    private static Type Unwrapped(Type type) =>
        type == typeof(Task) ? typeof(void)
        : type.IsGenericType && typeof(Task<>) == type.GetGenericTypeDefinition() ? type.GetGenericArguments()[0]
        : type.IsGenericType && typeof(IAsyncEnumerable<>) == type.GetGenericTypeDefinition() ? type.GetGenericArguments()[0]
        : type;

    private static async IAsyncEnumerable<T> Items<T>(params T[] items)
    {
        await Task.CompletedTask;
        foreach (T item in items)
        {
            yield return item;
        }
    }
}
