namespace AuditClient.Tests.Faking;

/// <summary>A writer as a test of a program makes it: no server, everything written is remembered.</summary>
internal sealed class RememberingWriter : IncidentWriter
{
    public List<IncidentUpdate> Written { get; } = [];

    public override WriterProgress Progress => new(Written.Count, Written.Count, Written.Count, 0, 0);

    public override ValueTask WriteAsync(IncidentUpdate update, CancellationToken cancellationToken = default)
    {
        Written.Add(update);
        return ValueTask.CompletedTask;
    }

    public override Task<Receipt> SubmitAsync(IncidentUpdate update, CancellationToken cancellationToken = default)
    {
        Written.Add(update);
        return Task.FromResult(new Receipt { EntryIndex = Written.Count - 1 });
    }

    public override Task FlushAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public override IReadOnlyList<IncidentUpdate> GetUnacknowledged() => [];

    public override void Abort()
    {
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
