namespace AuditServer.Sequencing;

/// <summary>What makes a request unique for ever: force, sending system, and the id that the sender made.</summary>
internal readonly record struct RequestKey(string Force, string SourceSystem, string RequestId)
{
    /// <summary>Of the id alone, which hardly two systems share: a turn looks each of its keys up several times.</summary>
    public override int GetHashCode() => RequestId.GetHashCode(StringComparison.Ordinal);
}
