using AuditCore.Ledger;
using AuditServer.Audits;
using AuditServer.Audits.Plans;
using AuditServer.Errors;
using AuditServer.Incidents;
using AuditServer.Rates;
using AuditServer.Redactions;
using AuditServer.Security.Accesses;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Replay;

/// <summary>
/// Understands payloads. What was accepted once is not judged again by rules that may have changed since; but what the
/// derived tables are made of must be there, and nothing that this program does not know.
/// </summary>
internal static class PayloadReader
{
    private static readonly MessageParser<IncidentUpdate> Updates = IncidentUpdate.Parser.WithDiscardUnknownFields(true);
    private static readonly MessageParser<AuditEvent> Steps = AuditEvent.Parser.WithDiscardUnknownFields(true);
    private static readonly MessageParser<ImportVolumesRequest> Imports = ImportVolumesRequest.Parser.WithDiscardUnknownFields(true);
    private static readonly MessageParser<AccessDigest> Accesses = AccessDigest.Parser.WithDiscardUnknownFields(true);
    private static readonly MessageParser<Redaction> Redactions = Redaction.Parser.WithDiscardUnknownFields(true);

    /// <exception cref="EntryRefusedException">The payload is not what its kind says.</exception>
    public static ReplayedEntry Read(StoredEntry entry) => entry.Kind switch
    {
        EntryKind.Incident => ReadUpdate(entry),
        EntryKind.Audit => ReadStep(entry),
        EntryKind.Volumes => ReadVolumes(entry),
        EntryKind.Redaction => ReadRedaction(entry),
        EntryKind.Access => ReadAccess(entry),
        _ => throw new EntryRefusedException(entry.Index, $"is of kind {(int)entry.Kind}, which this program does not know"),
    };

    private static ReplayedUpdate ReadUpdate(StoredEntry entry)
    {
        IncidentUpdate update = Parse(entry, Updates);
        if (UpdateShape.MissingFrom(update) is { } missing)
        {
            throw new EntryRefusedException(entry.Index, $"the payload is no update: {missing}");
        }

        var accepted = new AcceptedUpdate(update, entry.Payload);
        return accepted.Key != entry.Key || IsOwn(entry.Key.SourceSystem)
            ? throw new EntryRefusedException(entry.Index, "stands under another force, sending system or request id than its payload says")
            : new ReplayedUpdate(entry, accepted);
    }

    private static ReplayedStep ReadStep(StoredEntry entry)
    {
        AuditEvent step = Parse(entry, Steps);
        var read = new ReplayedStep(entry, step);
        switch (step.StepCase)
        {
            case AuditEvent.StepOneofCase.None:
                throw new EntryRefusedException(entry.Index, "the payload is no step of an audit: it holds none");
            case AuditEvent.StepOneofCase.Planned:
                RequirePlan(entry, step.Planned);
                read.RequireKeyOf(step.Planned.Force);
                break;
            case AuditEvent.StepOneofCase.Frozen when step.Frozen.Frame is null:
                throw new EntryRefusedException(entry.Index, "the payload is no frame: it says nothing of its units");
            case AuditEvent.StepOneofCase.Reviewed when step.Reviewed.Review is null or { FindingCase: Review.FindingOneofCase.None }:
                throw new EntryRefusedException(entry.Index, "the payload is no review: it finds nothing, not even that no crime was required");
        }

        return read;
    }

    private static void RequirePlan(StoredEntry entry, AuditPlan plan)
    {
        try
        {
            PlanWindow.Of(plan);
        }
        catch (FormatException wrong)
        {
            throw new EntryRefusedException(entry.Index, $"the payload is no plan: its window cannot be read. {wrong.Message}", wrong);
        }

        if (entry.Key.RequestId != AuditKeys.Create)
        {
            throw new EntryRefusedException(entry.Index, $"plans an audit under request id '{entry.Key.RequestId}'; that is '{AuditKeys.Create}'");
        }
    }

    private static ReplayedVolumes ReadVolumes(StoredEntry entry)
    {
        ImportVolumesRequest import = Parse(entry, Imports);
        if (entry.Key != Volumes.KeyOf(import.Version))
        {
            throw new EntryRefusedException(entry.Index, $"stands under another key than that of volumes version '{import.Version}'");
        }

        try
        {
            VolumeFigures.Check(import);
        }
        catch (Fault wrong)
        {
            throw new EntryRefusedException(
                entry.Index, $"the payload holds no volumes: {wrong.Violations[0].Field} {wrong.Violations[0].Description}", wrong);
        }

        return new ReplayedVolumes(entry, import);
    }

    private static ReplayedRedaction ReadRedaction(StoredEntry entry)
    {
        Redaction redaction = Parse(entry, Redactions);
        if (redaction.Part < 1 || redaction.Part > redaction.Parts || !RedactionKeys.IsOf(entry.Key, redaction.Part))
        {
            throw new EntryRefusedException(entry.Index, $"stands under another key than that of part {redaction.Part} of a redaction");
        }

        return redaction.Residues.All(r => r.EntryIndex >= 0 && r.EntryIndex < entry.Index)
            ? new ReplayedRedaction(entry, redaction)
            : throw new EntryRefusedException(entry.Index, "erases entries that do not stand before it");
    }

    private static ReplayedAccess ReadAccess(StoredEntry entry)
    {
        AccessDigest digest = Parse(entry, Accesses);
        if (entry.Key != AccessDigestWriter.KeyOf(digest.FirstRow))
        {
            throw new EntryRefusedException(entry.Index, $"stands under another key than that of a digest from row {digest.FirstRow} on");
        }

        return digest is { FirstRow: >= 0, Rows: > 0, RootHash.Length: TreeHash.Bytes }
            ? new ReplayedAccess(entry, digest)
            : throw new EntryRefusedException(entry.Index, "the payload is no digest of the access log: it covers no row");
    }

    /// <summary>Names under which the log keeps what no system of a force told.</summary>
    private static bool IsOwn(string sourceSystem) =>
        sourceSystem.StartsWith(AuditKeys.Prefix, StringComparison.Ordinal)
        || sourceSystem.StartsWith(RedactionKeys.Prefix, StringComparison.Ordinal);

    private static T Parse<T>(StoredEntry entry, MessageParser<T> parser)
        where T : class, IMessage<T>
    {
        try
        {
            T message = parser.ParseFrom(entry.Payload);
            return message.CalculateSize() == entry.Payload.Length
                ? message
                : throw new EntryRefusedException(entry.Index, "the payload holds fields that this program does not know: a newer one wrote it");
        }
        catch (InvalidProtocolBufferException wrong)
        {
            throw new EntryRefusedException(entry.Index, $"the payload does not parse as what an entry of kind {EntryKinds.NameOf(entry.Kind)} holds", wrong);
        }
    }
}
