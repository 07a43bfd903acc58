using CrimeAudit.V1;
using Google.Protobuf;
using Told = CrimeAudit.V1.WatchOverdueResponse.EventOneofCase;

namespace AuditServer.Security.Accesses;

/// <summary>Which records an answer tells. Every answer of a call whose disclosure is <see cref="Disclosure.Noted"/> is known here.</summary>
internal static class AccessDescriptions
{
    private const string Overdue = "overdue crimes";

    /// <summary>The records; null when the answer holds none.</summary>
    /// <exception cref="ArgumentException">It is not said of such an answer which records it tells.</exception>
    public static ToldRecords? Of(IMessage request, IMessage answer) => answer switch
    {
        GetIncidentResponse incident => Of(incident),
        ListIncidentsResponse list => Of(list),
        WatchIncidentsResponse watched => Of(watched),
        ListOverdueResponse list => list.Crimes.Select(Of).Aggregate((ToldRecords?)null, (all, crime) => all?.And(crime) ?? crime),
        WatchOverdueResponse watched => Of(watched),
        ListSampleItemsResponse list => list.Items.Count == 0
            ? null
            : new ToldRecords("", $"sample items of audit {((ListSampleItemsRequest)request).AuditId}", null, null, list.Items.Count),
        GetSampleItemResponse item =>
            new ToldRecords(item.Record?.Force ?? "", $"sample item of audit {((GetSampleItemRequest)request).AuditId}", item.Item.Position, item.Item.Position, 1),
        ExportAuditResponse part => new ToldRecords(
            "", $"lines of the bundle of audit {((ExportAuditRequest)request).AuditId}", null, null, Math.Max(1, part.Data.Span.Count((byte)'\n'))),
        ReadEntriesResponse read => Of(read),
        GetReceiptResponse receipt => receipt.Proof.StoredBytes.IsEmpty
            ? null
            : new ToldRecords("", "entry", receipt.EntryIndex, receipt.EntryIndex, 1),
        _ => throw new ArgumentException($"It is not said which records {answer.Descriptor.FullName} tells.", nameof(answer)),
    };

    /// <summary>An incident is known by the entry from which the log first heard of it.</summary>
    private static ToldRecords Of(GetIncidentResponse answer) =>
        new(answer.Incident.Force, "incident", answer.History[0].EntryIndex, answer.History[0].EntryIndex, 1);

    private static ToldRecords? Of(ListIncidentsResponse answer) => answer.Incidents.Count == 0
        ? null
        : new ToldRecords(
            answer.Incidents[0].Force,
            "incidents",
            answer.Incidents.Min(i => i.FirstEntryIndex),
            answer.Incidents.Max(i => i.FirstEntryIndex),
            answer.Incidents.Count);

    private static ToldRecords? Of(WatchIncidentsResponse answer) => answer.Entry is { } entry
        ? new ToldRecords(entry.Update.Sender.Force, "entries", entry.EntryIndex, entry.EntryIndex, 1)
        : null;

    private static ToldRecords? Of(WatchOverdueResponse answer) => answer.EventCase switch
    {
        Told.Listed => Of(answer.Listed),
        Told.Passed => Of(answer.Passed),
        Told.Resolved => Of(answer.Resolved.Crime),
        _ => null,
    };

    private static ToldRecords Of(OverdueCrime crime) => new(crime.Force, Overdue, null, null, 1);

    private static ToldRecords? Of(ReadEntriesResponse answer)
    {
        LedgerEntry[] whole = [.. answer.Entries.Where(e => !e.StoredBytes.IsEmpty)];
        return whole.Length == 0 ? null : new ToldRecords("", "entries", whole[0].EntryIndex, whole[^1].EntryIndex, whole.Length);
    }
}
