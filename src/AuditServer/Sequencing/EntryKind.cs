namespace AuditServer.Sequencing;

/// <summary>What an entry of the log holds. The numbers are stored and never change.</summary>
internal enum EntryKind
{
    /// <summary>An <c>IncidentUpdate</c>.</summary>
    Incident = 1,

    /// <summary>An <c>AuditEvent</c>.</summary>
    Audit = 2,

    /// <summary>An <c>ImportVolumesRequest</c>.</summary>
    Volumes = 3,

    /// <summary>A <c>Redaction</c>.</summary>
    Redaction = 4,

    /// <summary>An <c>AccessDigest</c>.</summary>
    Access = 5,
}
