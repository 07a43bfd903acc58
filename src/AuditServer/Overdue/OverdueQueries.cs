using AuditServer.Errors;
using AuditServer.Ledger;
using AuditServer.Paging;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;

namespace AuditServer.Overdue;

/// <summary>Lists of overdue crimes, read from what nothing answers yet.</summary>
internal sealed class OverdueQueries(IOverdueReads reads, OverdueMessages messages, TimeProvider clock)
{
    /// <summary>What every list says that it is.</summary>
    public const string Method = "unanswered alleged and presumed crimes; not a recording rate";

    /// <param name="request">The question.</param>
    /// <param name="forces">Slugs of the forces that it is about, in ordinal order.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="Fault">INVALID_FIELDS or INVALID_PAGE_TOKEN.</exception>
    public async Task<ListOverdueResponse> ListAsync(ListOverdueRequest request, IReadOnlyList<string> forces, CancellationToken cancel)
    {
        OverdueQuestion question = OverdueQuestion.Read(request);
        string filter = question.Filter(forces);
        OverduePosition? after = ReadPosition(filter, request.PageToken);
        DateTimeOffset now = clock.GetUtcNow();
        OverduePage page = await reads.ReadAsync(question.At(now, forces, after), cancel);
        return new ListOverdueResponse
        {
            Crimes = { page.Crimes.Select(c => messages.Of(c, now)) },
            NextPageToken = page.Crimes.Count < question.PageSize ? "" : PageTokens.Issue(filter, page.Crimes[^1].Position.ToBytes()),
            Totals = after is null ? OverdueMessages.Totals(page.Counts) : null,
            Freshness = { page.Sources.Select(s => messages.Freshness(s.Force, s.Sources, now)) },
            Method = Method,
            AsOf = page.Head.ToAsOf(now),
        };
    }

    private static OverduePosition? ReadPosition(string filter, string token) => PageTokens.ReadBytes(filter, token) is { } bytes
        ? OverduePosition.Read(bytes) ?? throw Faults.InvalidPageToken()
        : null;
}
