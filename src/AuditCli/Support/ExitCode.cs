namespace AuditCli.Support;

/// <summary>What the process tells its caller. Documented in every verb's help.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>Interrupted, a disk that is full, or anything else that has no code of its own.</summary>
    public const int Other = 1;

    /// <summary>Wrong arguments or bad input; every problem is on standard error.</summary>
    public const int BadInput = 2;

    /// <summary>The server refused, with its reason and every violation on standard error.</summary>
    public const int Refused = 3;

    /// <summary>The server cannot be reached, or cannot answer now.</summary>
    public const int Unreachable = 4;

    /// <summary><c>import</c> alone: done, and some rows were rejected.</summary>
    public const int RowsRejected = 5;
}
