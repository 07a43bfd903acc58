namespace AuditCli.Support;

/// <summary>A server gave no good answer over plain HTTP, as the SDK's exceptions say it of gRPC.</summary>
internal sealed class ServerException(int exitCode, IReadOnlyList<string> lines, Exception? inner = null)
    : Exception(string.Join(Environment.NewLine, lines), inner)
{
    public int ExitCode { get; } = exitCode;
}
