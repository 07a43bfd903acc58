using AuditServer.Security.Accesses;

namespace AuditServer.Storage;

/// <summary>A row of the access log as an engine stores it: its time is microseconds on one and a time on the other.</summary>
internal sealed class StoredAccess
{
    public long AccessIndex { get; init; }

    public long AtMicros { get; init; }

    public DateTime At { get; init; }

    public string Subject { get; init; } = "";

    public string Roles { get; init; } = "";

    public string HomeForces { get; init; } = "";

    public string Method { get; init; } = "";

    public string Force { get; init; } = "";

    public string Records { get; init; } = "";

    public long Number { get; init; }

    public AccessRow ToRow(long atMicros) => new(AccessIndex, atMicros, Subject, Roles, HomeForces, Method, Force, Records, Number);
}
