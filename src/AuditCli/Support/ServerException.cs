namespace AuditCli.Support;

/// <summary>A server gave no good answer, and the exit code for it is known.</summary>
internal sealed class ServerException(int exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;
}
