using System.Text.Json;

namespace AuditCli.Import.Tracking;

/// <summary>Keeps the progress beside the input, so that an interrupted import goes on where it was.</summary>
internal sealed class ProgressFile(string path, ImportIdentity import)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>
    /// The progress of this very import; null: none is kept, or of another one. Starting over is always safe: the server
    /// answers replays.
    /// </summary>
    public ImportProgress? Read()
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            ImportProgress? kept = JsonSerializer.Deserialize<ImportProgress>(File.ReadAllText(path), Format);
            return kept?.Import == import ? kept : null;
        }
        catch (JsonException)
        {
            // Not one of ours, or torn: as good as none, see above.
            return null;
        }
    }

    /// <summary>Replaces the progress in one step: a crash leaves the old or the new.</summary>
    public void Write(ImportProgress progress)
    {
        string next = path + ".new";
        using (FileStream file = new(next, FileMode.Create))
        {
            JsonSerializer.Serialize(file, progress, Format);
            file.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
    }
}
