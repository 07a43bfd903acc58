namespace AuditServer.Storage.SqlServer;

/// <summary>Batches of a script, which lines of GO divide as the server's own tools have it.</summary>
internal static class SqlBatches
{
    private const string Divider = "GO";

    /// <summary>The batches, without those that hold nothing.</summary>
    public static IEnumerable<string> Of(string script)
    {
        var batch = new List<string>();
        foreach (string line in script.ReplaceLineEndings("\n").Split('\n').Append(Divider))
        {
            if (!line.Trim().Equals(Divider, StringComparison.OrdinalIgnoreCase))
            {
                batch.Add(line);
                continue;
            }

            if (batch.Any(l => !string.IsNullOrWhiteSpace(l)))
            {
                yield return string.Join('\n', batch).Trim('\n');
            }

            batch.Clear();
        }
    }
}
