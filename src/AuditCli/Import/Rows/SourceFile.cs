using System.IO.Compression;
using System.Security.Cryptography;
using AuditCli.Input;

namespace AuditCli.Import.Rows;

/// <summary>The input: a CSV, plain or gzip (known by its first bytes, not by its name).</summary>
internal sealed class SourceFile : IDisposable
{
    private const int BufferSize = 1 << 18;

    private readonly FileStream file;

    private SourceFile(FileStream file, string digest)
    {
        this.file = file;
        Digest = digest;
        Content = IsGzip(file) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>SHA-256 of the file. Of the whole: a row mended in the middle must not pass for imported.</summary>
    public string Digest { get; }

    /// <summary>The CSV.</summary>
    public Stream Content { get; }

    /// <summary>How much of the file has been read, 0 to 1.</summary>
    public double Fraction => file.Length == 0 ? 1 : (double)file.Position / file.Length;

    /// <exception cref="InputException">There is no such file.</exception>
    public static SourceFile Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new InputException([$"'{path}' does not exist"]);
        }

        FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.SequentialScan);
        try
        {
            string digest = Convert.ToHexStringLower(SHA256.HashData(file));
            file.Position = 0;
            return new SourceFile(file, digest);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Content.Dispose();
        file.Dispose();
    }

    private static bool IsGzip(FileStream file)
    {
        bool gzip = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
        file.Position = 0;
        return gzip;
    }
}
