namespace AuditClient.Tests.Spooling;

/// <summary>Folders of spools, which go with the test.</summary>
internal sealed class SpoolFolder : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("crimeaudit-spool-");
    private int images;

    public string Path => System.IO.Path.Combine(root.FullName, "spool");

    public IReadOnlyList<string> Segments => SegmentsOf(Path);

    public SpoolOptions Options(string? path = null) => new() { Directory = path ?? Path, ClosingWait = TimeSpan.Zero };

    public SpoolOptions Options(FaultyDisk disk)
    {
        SpoolOptions options = Options();
        options.Disk = disk;
        return options;
    }

    /// <summary>
    /// What would be found here if the process ended at this moment: the files as they are, and nobody who holds them. The mark is copied
    /// last: segments that go meanwhile are below it then.
    /// </summary>
    public string Image()
    {
        DirectoryInfo image = root.CreateSubdirectory($"image-{++images}");
        foreach (string file in Segments.Append(System.IO.Path.Combine(Path, "acknowledged")).Where(File.Exists))
        {
            try
            {
                // Shared, as a second process would have to open what a writer holds.
                using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using FileStream target = File.Create(System.IO.Path.Combine(image.FullName, System.IO.Path.GetFileName(file)));
                source.CopyTo(target);
            }
            catch (FileNotFoundException)
            {
                // The service has all of it by now.
                continue;
            }
        }

        return image.FullName;
    }

    public static IReadOnlyList<string> SegmentsOf(string path) => [.. Directory.GetFiles(path, "*.spool").Order(StringComparer.Ordinal)];

    /// <summary>Changes the last byte of a segment, which a writer may have open.</summary>
    public static void Damage(string segment)
    {
        using var file = new FileStream(segment, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        file.Position = file.Length - 1;
        int last = file.ReadByte();
        file.Position--;
        file.WriteByte((byte)(last ^ 0x55));
    }

    public void Dispose() => root.Delete(recursive: true);
}
