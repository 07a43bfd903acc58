namespace AuditServer.Moving;

/// <summary>Where entries stand in an exported log.</summary>
internal static class LogPlace
{
    /// <summary>The line of an entry: the header is line 1, entry 0 line 2.</summary>
    public static long LineOf(long index) => index + 2;
}
