using AuditServer.Sequencing;

namespace AuditServer.Audits;

/// <summary>Under which request keys the steps of an audit stand in the log.</summary>
internal static class AuditKeys
{
    /// <summary>The request id of the step that plans an audit: its id is unique, so it needs no other.</summary>
    public const string Create = "create";

    /// <summary>An audit is a sending system of its own: request ids need only be unique in it.</summary>
    public static string SourceSystem(string auditId) => $"audit/{auditId}";

    public static RequestKey Of(string force, string auditId, string requestId) => new(force, SourceSystem(auditId), requestId);
}
