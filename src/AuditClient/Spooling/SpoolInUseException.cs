namespace CrimeAudit.Client;

/// <summary>Another writer, of this process or another one, has the spool open. Each writer needs a folder of its own.</summary>
public sealed class SpoolInUseException : IOException
{
    internal SpoolInUseException(string directory, Exception cause)
        : base($"The spool {directory} is open already, by this process or another one; each writer needs a folder of its own.", cause) =>
        Directory = directory;

    /// <summary>The folder.</summary>
    public string Directory { get; }
}
