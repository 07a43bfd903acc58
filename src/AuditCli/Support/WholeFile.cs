namespace AuditCli.Support;

/// <summary>Writes files that are there whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes beside the target, and puts it there once it is whole.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static async Task WriteAsync(string target, Func<Stream, Task> write)
    {
        string draft = target + ".partial";
        try
        {
            await using (FileStream file = File.Create(draft))
            {
                await write(file);
                await file.FlushAsync();
            }

            File.Move(draft, target, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
