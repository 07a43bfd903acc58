namespace AuditServer.Sequencing;

/// <summary>Kinds of entries by the names that leaf texts and exports give them. The names never change.</summary>
internal static class EntryKinds
{
    public static string NameOf(EntryKind kind) => kind switch
    {
        EntryKind.Incident => "incident",
        EntryKind.Audit => "audit",
        EntryKind.Volumes => "volumes",
        EntryKind.Redaction => "redaction",
        EntryKind.Access => "access",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of entry."),
    };

    /// <summary>The kind with a name; null when there is none.</summary>
    public static EntryKind? Named(string name) => name switch
    {
        "incident" => EntryKind.Incident,
        "audit" => EntryKind.Audit,
        "volumes" => EntryKind.Volumes,
        "redaction" => EntryKind.Redaction,
        "access" => EntryKind.Access,
        _ => null,
    };
}
