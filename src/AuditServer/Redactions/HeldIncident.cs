using AuditCore.Recording;
using AuditCore.Redaction;
using AuditServer.Incidents;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Redactions;

/// <summary>An incident with all that the log holds of it, inside a turn that erases it.</summary>
/// <param name="IncidentId">Its id.</param>
/// <param name="Name">Its name until now.</param>
/// <param name="Updates">All its updates, in the order of the log; those of this turn too.</param>
internal sealed record HeldIncident(long IncidentId, IncidentName Name, IReadOnlyList<HeldUpdate> Updates)
{
    /// <summary>Every reference that its updates hold.</summary>
    public IEnumerable<string> References => Updates.SelectMany(u => UpdateReferences.Of(u.Update));

    public static async ValueTask<HeldIncident> ReadAsync(Turn turn, IncidentName name, CancellationToken cancel)
    {
        KnownIncident known = (await turn.Log.Incidents.ReadAsync([name], cancel)).GetValueOrDefault(name)
            ?? throw new InvalidOperationException("An entry speaks of an incident that has no derived row.");
        // Updates of this turn are among them: the turn wrote them before its steps.
        return new HeldIncident(known.IncidentId, name, [.. known.Updates.Select(HeldUpdate.Of)]);
    }

    /// <summary>What is left of the updates that hold references still.</summary>
    public IEnumerable<EntryResidue> Residues(ReferenceTokens tokens) =>
        Updates.Where(u => u.RedactedBy is null).Select(u => new EntryResidue
        {
            EntryIndex = u.Logged.Index,
            Residue = u.Under(tokens).ToByteString(),
        });

    /// <summary>The state that the updates amount to.</summary>
    public IncidentState State(IRecordingReference reference) => IncidentFold.Of([.. Updates.Select(u => u.Logged)], reference);

    /// <summary>The state that what is left of the updates amounts to.</summary>
    public IncidentState State(IRecordingReference reference, ReferenceTokens tokens) =>
        IncidentFold.Of([.. Updates.Select(u => u.Logged with { Update = u.Under(tokens) })], reference);
}
