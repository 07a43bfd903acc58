using System.Globalization;
using System.Runtime.CompilerServices;
using AuditServer.Rebuild.Rows;
using CrimeAudit.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace AuditServer.Rebuild;

/// <summary>An audit with its document read, so that a difference is told by the field that it is in.</summary>
/// <param name="Row">As stored.</param>
/// <param name="Document">The document; null when the stored bytes are none.</param>
internal sealed record ComparedAudit(DerivedAudit Row, Audit? Document)
{
    /// <summary>The table of audits. Whole columns first, then the fields of the document.</summary>
    public static DerivedTable<ComparedAudit> Table => new(
        "audits",
        ["audit_no"],
        ReadAsync,
        (a, b) => a.Row.AuditNo.CompareTo(b.Row.AuditNo),
        a => a.Row.AuditNo.ToString(CultureInfo.InvariantCulture),
        [
            new("audit_id", a => a.Row.AuditId),
            new("force", a => a.Row.Force),
            new("reveal_due_micros", a => a.Row.RevealDueMicros),
            new("document", a => a.Form),
            .. Audit.Descriptor.Fields.InDeclarationOrder().Select(ColumnOf),
        ]);

    /// <summary>Audits by number.</summary>
    public static async IAsyncEnumerable<ComparedAudit> ReadAsync(
        IDerivedSnapshot snapshot, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (DerivedAudit row in snapshot.ReadAuditsAsync(cancel))
        {
            yield return new ComparedAudit(row, Parse(row.Document));
        }
    }

    private string Form => Document is null ? "no audit"
        : Document.CalculateSize() > Known.ParseFrom(Row.Document).CalculateSize() ? "an audit with fields unknown to this program"
        : "an audit";

    private static MessageParser<Audit> Known => Audit.Parser.WithDiscardUnknownFields(true);

    private static DerivedColumn<ComparedAudit> ColumnOf(FieldDescriptor field) =>
        new($"document.{field.Name}", a => a.Document is null ? null : field.Accessor.GetValue(a.Document));

    private static Audit? Parse(byte[] document)
    {
        try
        {
            return Audit.Parser.ParseFrom(document);
        }
        catch (InvalidProtocolBufferException)
        {
            // Told as a difference.
            return null;
        }
    }
}
