using AuditServer.Sequencing;

namespace AuditServer.Audits;

/// <summary>Under which request keys the steps of an audit stand in the log.</summary>
internal static class AuditKeys
{
    /// <summary>The request id of the step that plans an audit: its id is unique, so it needs no other.</summary>
    public const string Create = "create";

    /// <summary>How the names begin under which audits send. No system of a force may be called so: it could take an
    /// audit's request ids before the audit does.</summary>
    public const string Prefix = "audit/";

    /// <summary>An audit is a sending system of its own: request ids need only be unique in it.</summary>
    public static string SourceSystem(string auditId) => Prefix + auditId;

    /// <summary>The entries that a turn has appended to an audit so far.</summary>
    public static IEnumerable<Entry> AppendedTo(this Turn turn, AuditRecord audit) =>
        turn.Appended.Where(e => e.Kind == EntryKind.Audit && e.Key.Force == audit.Force && e.Key.SourceSystem == SourceSystem(audit.Id));

    public static RequestKey Of(string force, string auditId, string requestId) => new(force, SourceSystem(auditId), requestId);
}
