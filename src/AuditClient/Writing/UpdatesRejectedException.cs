namespace CrimeAudit.Client;

/// <summary>
/// Updates were refused and nobody had been told: there is no <see cref="IncidentWriterOptions.OnRejected"/>. All other
/// updates are durable. Reason, status code and violations are those of the first.
/// </summary>
public sealed class UpdatesRejectedException : CrimeAuditException
{
    private const int NamedInMessage = 5;

    /// <summary>Makes the exception.</summary>
    /// <param name="rejected">The refused updates, at least one.</param>
    /// <param name="rejectedCount">How many were refused in all, those not kept included.</param>
    public UpdatesRejectedException(IReadOnlyList<RejectedUpdate> rejected, long rejectedCount)
        : base(rejected[0].Error.Details with { Message = Describe(rejected, rejectedCount) }, rejected[0].Error)
    {
        Rejected = rejected;
        RejectedCount = rejectedCount;
    }

    /// <summary>The first 1,000 refused updates since the last report, each with its error.</summary>
    public IReadOnlyList<RejectedUpdate> Rejected { get; }

    /// <summary>How many were refused since the last report.</summary>
    public long RejectedCount { get; }

    private static string Describe(IReadOnlyList<RejectedUpdate> rejected, long count)
    {
        IEnumerable<string> named = rejected.Take(NamedInMessage).Select(r => $"{r.Update.Sender?.RequestId}: {r.Error.Message}");
        return $"{count} of the updates written were refused: {string.Join("; ", named)}{(count > NamedInMessage ? "; …" : "")}";
    }
}
