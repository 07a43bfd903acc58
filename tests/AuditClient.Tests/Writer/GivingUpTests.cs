using Google.Rpc;

namespace AuditClient.Tests.Writer;

public sealed class GivingUpTests
{
    [Fact]
    public async Task Without_progress_for_long_enough_everything_that_waits_fails_and_nothing_is_forgotten()
    {
        TestClock clock = new();
        await using FakeServer server = await FakeServer.StartAsync();
        TaskCompletionSource seen = new();
        server.Incidents.Stream = async conversation =>
        {
            await conversation.ReadUntilAsync(2);
            seen.SetResult();
            await conversation.KeepSilentAsync();
        };
        await using CrimeAuditClient client = server.Connect(options => options.TimeProvider = clock);
        await using IncidentWriter writer = client.Incidents.OpenWriter(new IncidentWriterOptions { MaxDelay = TimeSpan.Zero, MaxInFlight = 2 });
        await writer.WriteAsync(TestUpdates.Number(1)).Soon();
        Task<Receipt> second = writer.SubmitAsync(TestUpdates.Number(2));
        Task third = writer.WriteAsync(TestUpdates.Number(3)).AsTask();
        Task flushed = writer.FlushAsync();
        await seen.Task.Soon();

        clock.Advance(TimeSpan.FromSeconds(119));
        Assert.False(second.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<ServiceUnavailableException>(() => second.Soon());
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => third.Soon());
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => flushed.Soon());
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => writer.WriteAsync(TestUpdates.Number(4)).Soon());
        Assert.Equal(["r1", "r2", "r3"], writer.GetUnacknowledged().Select(update => update.Sender.RequestId));
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_given_up_with_the_last_error_inside()
    {
        TestClock clock = new();
        FakeServer gone = await FakeServer.StartAsync();
        await using CrimeAuditClient client = gone.Connect(options => options.TimeProvider = clock);
        await gone.DisposeAsync();
        await using IncidentWriter writer = client.Incidents.OpenWriter(new IncidentWriterOptions { MaxDelay = TimeSpan.Zero });
        Task<Receipt> receipt = writer.SubmitAsync(TestUpdates.Number(1));

        await clock.PassPauseAsync(pause => pause < TimeSpan.FromMinutes(1)).Soon();
        clock.Advance(TimeSpan.FromMinutes(2));

        ServiceUnavailableException thrown = await Assert.ThrowsAsync<ServiceUnavailableException>(() => receipt.Soon());
        Assert.IsType<ServiceUnavailableException>(thrown.InnerException);
    }

    [Fact]
    public async Task Time_in_which_nothing_waits_does_not_count()
    {
        TestClock clock = new();
        await using FakeServer server = await FakeServer.StartAsync();
        await using CrimeAuditClient client = server.Connect(options => options.TimeProvider = clock);
        await using IncidentWriter writer = client.Incidents.OpenWriter(new IncidentWriterOptions { MaxDelay = TimeSpan.Zero });

        await writer.SubmitAsync(TestUpdates.Number(1)).Soon();
        clock.Advance(TimeSpan.FromHours(5));
        await writer.SubmitAsync(TestUpdates.Number(2)).Soon();

        Assert.Equal(2, writer.DurableThrough);
    }

    [Fact]
    public async Task A_failure_that_no_call_has_thrown_is_thrown_by_the_disposal()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Incidents.Stream = _ => throw Statuses.Of(ErrorReason.RoleMissing).ToRpcException();
        await using CrimeAuditClient client = server.Connect();
        IncidentWriter writer = client.Incidents.OpenWriter();
        await writer.WriteAsync(TestUpdates.Number(1)).Soon();

        await Assert.ThrowsAsync<PermissionException>(() => writer.DisposeAsync().Soon());
    }

    [Fact]
    public async Task A_failure_that_a_call_has_thrown_is_not_thrown_again_by_the_disposal()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Incidents.Stream = _ => throw Statuses.Of(ErrorReason.RoleMissing).ToRpcException();
        await using CrimeAuditClient client = server.Connect();
        IncidentWriter writer = client.Incidents.OpenWriter();
        await writer.WriteAsync(TestUpdates.Number(1)).Soon();

        await Assert.ThrowsAsync<PermissionException>(() => writer.FlushAsync().Soon());
        await writer.DisposeAsync().Soon();
    }

    [Fact]
    public async Task An_aborted_writer_stops_at_once_and_says_what_has_no_result()
    {
        await using SteppedServer stepped = await SteppedServer.StartAsync();
        await using CrimeAuditClient client = stepped.Server.Connect();
        IncidentWriter writer = client.Incidents.OpenWriter();
        Task<Receipt> first = writer.SubmitAsync(TestUpdates.Number(1));
        await stepped.ReceivedAsync(1).Soon();

        writer.Abort();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.Soon());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writer.FlushAsync().Soon());
        Assert.Equal("r1", Assert.Single(writer.GetUnacknowledged()).Sender.RequestId);
        await writer.DisposeAsync().Soon();
    }
}
