namespace AuditServer.Security.Accesses;

/// <summary>Notes that become rows in one turn.</summary>
internal sealed class AccessBatch
{
    /// <summary>The notes.</summary>
    public List<AccessNote> Notes { get; } = [];

    /// <summary>The rows that an earlier run of the turn wrote, which may have become durable or not.</summary>
    public IReadOnlyList<AccessRow> Written { get; set; } = [];

    /// <summary>Completes when the rows are durable.</summary>
    public Task Done { get; set; } = Task.CompletedTask;
}
