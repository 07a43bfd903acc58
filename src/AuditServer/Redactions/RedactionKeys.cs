using System.Globalization;
using AuditServer.Sequencing;

namespace AuditServer.Redactions;

/// <summary>Under which request keys redactions stand in the log.</summary>
internal static class RedactionKeys
{
    /// <summary>How the names of systems begin under which the log keeps what it does itself. No system of a force may be called so.</summary>
    public const string Prefix = "ledger/";

    /// <summary>What parts a request id from the number of a further part. No request id of a caller holds it.</summary>
    public const char PartMark = '/';

    private const string SourceSystem = Prefix + "redactions";

    /// <summary>The key of a part of a redaction, from 1.</summary>
    public static RequestKey Of(string force, string requestId, int part = 1) => new(
        force,
        SourceSystem,
        part == 1 ? requestId : string.Create(CultureInfo.InvariantCulture, $"{requestId}{PartMark}{part}"));

    /// <summary>Whether a key is that of a part of a redaction.</summary>
    public static bool IsOf(RequestKey key, int part) =>
        key.SourceSystem == SourceSystem &&
        (part == 1
            ? !key.RequestId.Contains(PartMark, StringComparison.Ordinal)
            : key.RequestId.EndsWith(string.Create(CultureInfo.InvariantCulture, $"{PartMark}{part}"), StringComparison.Ordinal));
}
