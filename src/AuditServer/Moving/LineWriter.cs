using System.Buffers;
using System.Buffers.Text;
using System.Text;
using AuditServer.Sequencing;

namespace AuditServer.Moving;

/// <summary>
/// Writes lines of an exported log in their one form: JSON with the members in a fixed order, no white space, nothing
/// escaped but quotes and backslashes, canonical base64. So the same log gives the same bytes whatever engine held it.
/// </summary>
internal sealed class LineWriter
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ArrayBufferWriter<byte> line = new(1_024);

    /// <summary>The bytes of a line with its line feed; valid until the next one.</summary>
    public ReadOnlyMemory<byte> Write(LogLine content)
    {
        line.ResetWrittenCount();
        switch (content)
        {
            case HeaderLine header:
                Text("{\"format\":"u8, header.Format);
                Number(",\"version\":"u8, header.Version);
                break;
            case EntryLine { Entry: { } entry }:
                WriteEntry(entry);
                break;
            case TrailerLine trailer:
                Number("{\"size\":"u8, trailer.Size);
                Base64(",\"root\":"u8, trailer.Root);
                break;
        }

        line.Write("}\n"u8);
        return line.WrittenMemory;
    }

    private void WriteEntry(StoredEntry entry)
    {
        Number("{\"index\":"u8, entry.Index);
        Text(",\"kind\":"u8, EntryKinds.NameOf(entry.Kind));
        Text(",\"force\":"u8, entry.Key.Force);
        Text(",\"source_system\":"u8, entry.Key.SourceSystem);
        Text(",\"request_id\":"u8, entry.Key.RequestId);
        Number(",\"accepted_micros\":"u8, entry.AcceptedMicros);
        if (entry.RedactedBy is { } redaction)
        {
            // What is left of it is in the redaction, once.
            Number(",\"redacted_by\":"u8, redaction);
        }
        else
        {
            Base64(",\"salt\":"u8, entry.Salt);
            Base64(",\"payload\":"u8, entry.Payload);
        }

        Base64(",\"digest\":"u8, entry.Digest);
    }

    private void Number(ReadOnlySpan<byte> member, long value)
    {
        line.Write(member);
        Utf8Formatter.TryFormat(value, line.GetSpan(20), out int written);
        line.Advance(written);
    }

    private void Base64(ReadOnlySpan<byte> member, byte[] value)
    {
        line.Write(member);
        line.Write("\""u8);
        System.Buffers.Text.Base64.EncodeToUtf8(
            value, line.GetSpan(System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(value.Length)), out _, out int written);
        line.Advance(written);
        line.Write("\""u8);
    }

    /// <summary>A text without control characters: a leaf text has none, and each entry's was made before.</summary>
    private void Text(ReadOnlySpan<byte> member, string value)
    {
        line.Write(member);
        line.Write("\""u8);
        Strict.GetBytes(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal), line);
        line.Write("\""u8);
    }
}
