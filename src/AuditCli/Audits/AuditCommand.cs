using AuditCli.Support;

namespace AuditCli.Audits;

/// <summary>The group of verbs for inspections.</summary>
internal static class AuditCommand
{
    public static Verb Create() => new("audit", "Inspections: their evidence")
    {
        new AuditExportCommand(),
    };
}
