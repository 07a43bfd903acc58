namespace CrimeAudit.Client;

/// <summary>
/// A file of the spool is not what was written to it. Nothing of the spool is sent past that place, and nothing is changed: mend the file
/// from a copy, or move the whole folder away and submit again from the source, which doubles nothing.
/// </summary>
public sealed class SpoolDamagedException : IOException
{
    internal SpoolDamagedException(string file, long offset, long number, string what)
        : base($"The spool is damaged: {file}, byte {offset}, update {number}: {what}")
    {
        File = file;
        Offset = offset;
        Number = number;
    }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>Where in the file the damaged record begins, in bytes from 0.</summary>
    public long Offset { get; }

    /// <summary>The place, among everything ever written to the spool, of the update that should stand there.</summary>
    public long Number { get; }
}
