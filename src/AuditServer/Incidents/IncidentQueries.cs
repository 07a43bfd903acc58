using AuditCore.Recording;
using AuditServer.Errors;
using AuditServer.Ledger;
using AuditServer.Paging;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;

namespace AuditServer.Incidents;

/// <summary>Questions about incidents, answered from the log.</summary>
internal sealed class IncidentQueries(IIncidentReads reads, IRecordingReference reference, TimeProvider clock)
{
    /// <exception cref="Fault">UNKNOWN_INCIDENT.</exception>
    public async Task<GetIncidentResponse> GetAsync(IncidentName name, CancellationToken cancel)
    {
        (KnownIncident? incident, LogHead head) = await reads.ReadAsync(name, cancel);
        if (incident is null)
        {
            throw Faults.UnknownIncident(name.Asked());
        }

        LoggedUpdate[] updates = [.. incident.Updates.Select(u => u.ToLogged())];
        IncidentState state = IncidentFold.Of(updates, reference);
        DateTimeOffset now = clock.GetUtcNow();
        return new GetIncidentResponse
        {
            Incident = state.ToMessage(name, reference, now),
            History = { updates.Zip(incident.Updates, (u, stored) => u.ToMessage(state.WithdrawnEntries.Contains(u.Index), stored.RedactedBy)) },
            AsOf = head.ToAsOf(now),
        };
    }

    /// <exception cref="Fault">INVALID_FIELDS or INVALID_PAGE_TOKEN.</exception>
    public async Task<ListIncidentsResponse> ListAsync(ListIncidentsRequest request, CancellationToken cancel)
    {
        var violations = new Violations();
        int pageSize = PageSize.Read(request.PageSize, violations);
        violations.Defined("status", request.Status, zeroAllowed: true);
        long? from = TimeMicros("reported_from", request.ReportedFrom, violations);
        long? to = TimeMicros("reported_to", request.ReportedTo, violations);
        violations.ThrowIfAny();

        string filter = $"ListIncidents {request.Force} {from} {to} {(int)request.Status}";
        long after = PageTokens.Read(filter, request.PageToken) ?? -1;
        IReadOnlyList<ListedIncident> page = await reads.ListAsync(
            new IncidentQuery(request.Force, from, to, (int)request.Status, after, pageSize), cancel);
        return new ListIncidentsResponse
        {
            Incidents = { page.Select(i => i.ToMessage()) },
            NextPageToken = page.Count < pageSize ? "" : PageTokens.Issue(filter, page[^1].IncidentId),
        };
    }

    private static long? TimeMicros(string field, Timestamp? time, Violations violations)
    {
        if (time is null)
        {
            return null;
        }

        try
        {
            return Micros.Of(time.ToDateTimeOffset());
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentOutOfRangeException)
        {
            violations.Add(field, "is not a time: seconds or nanos are out of range");
            return null;
        }
    }
}
