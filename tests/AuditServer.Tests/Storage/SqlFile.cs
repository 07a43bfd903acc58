namespace AuditServer.Tests.Storage;

/// <summary>An SQL file as a reader has it.</summary>
/// <param name="Purpose">What it is for: its first comment, as one line.</param>
/// <param name="Body">What follows.</param>
internal sealed record SqlFile(string Purpose, string Body)
{
    public static SqlFile Read(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        string[] comment = [.. lines.TakeWhile(line => line.StartsWith("--", StringComparison.Ordinal))];
        return new SqlFile(
            string.Join(' ', comment.Select(line => line[2..].Trim())),
            string.Join('\n', lines.Skip(comment.Length)).Trim());
    }
}
