namespace AuditServer.Moving;

/// <summary>A file or a log is not what it must be for a move.</summary>
internal sealed class MoveRefusedException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>A line of the file is wrong.</summary>
    /// <param name="line">Its number, from 1.</param>
    /// <param name="reason">What is wrong with it.</param>
    /// <param name="inner">What was found.</param>
    public static MoveRefusedException AtLine(long line, string reason, Exception? inner = null) => new($"line {line}: {reason}", inner);
}
