using System.Text;

namespace AuditCli.Input;

/// <summary>Reads the files that options name.</summary>
internal static class InputFile
{
    /// <summary>The name that stands for standard input.</summary>
    private const string Standard = "-";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>All bytes of a file, without a UTF-8 byte order mark.</summary>
    /// <exception cref="InputException">The file is not there or cannot be read.</exception>
    public static ReadOnlyMemory<byte> Read(string path, Func<Stream> standardInput)
    {
        byte[] bytes = path == Standard ? ReadAll(standardInput) : OnFile(path, File.ReadAllBytes);
        return bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsMemory(3) : bytes;
    }

    /// <summary>The text of a file.</summary>
    /// <exception cref="InputException">The file is not there, cannot be read, or is no UTF-8.</exception>
    public static string ReadText(string path, Func<Stream> standardInput)
    {
        try
        {
            return Strict.GetString(Read(path, standardInput).Span);
        }
        catch (DecoderFallbackException)
        {
            throw new InputException([$"{path}: it is not well-formed UTF-8."]);
        }
    }

    /// <summary>A file to be read bit by bit.</summary>
    /// <exception cref="InputException">The file is not there or cannot be read.</exception>
    public static Stream Open(string path, Func<Stream> standardInput) => path == Standard ? standardInput() : OnFile(path, File.OpenRead);

    private static byte[] ReadAll(Func<Stream> open)
    {
        using Stream stream = open();
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static T OnFile<T>(string path, Func<string, T> open)
    {
        try
        {
            return open(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            string why = e is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : "it cannot be read";
            throw new InputException([$"{path}: {why}."]);
        }
    }
}
