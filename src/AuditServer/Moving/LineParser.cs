using System.Text.Json;
using AuditServer.Sequencing;

namespace AuditServer.Moving;

/// <summary>Reads lines of an exported log, and takes nothing but the one form in which <see cref="LineWriter"/> writes them.</summary>
internal sealed class LineParser
{
    private readonly LineWriter canonical = new();

    /// <summary>Reads a line.</summary>
    /// <param name="line">Its bytes without the line feed.</param>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public LogLine Parse(ReadOnlySpan<byte> line)
    {
        LogLine content;
        try
        {
            content = Read(new Members(line));
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            throw new FormatException(
                wrong is JsonException json ? $"is not a JSON object: it breaks off or goes wrong at byte {json.BytePositionInLine}" : "holds text that is not UTF-8",
                wrong);
        }

        return canonical.Write(content).Span[..^1].SequenceEqual(line)
            ? content
            : throw new FormatException("is not in its one form: no white space, no other escapes than \\\" and \\\\, plain numbers, nothing after the object");
    }

    private static LogLine Read(Members members)
    {
        LogLine content = ReadContent(ref members);
        members.End();
        return content;
    }

    private static LogLine ReadContent(ref Members members) => members.First() switch
    {
        "format" => new HeaderLine(members.Text(), members.Number("version")),
        "index" => new EntryLine(ReadEntry(ref members)),
        "size" => new TrailerLine(members.Number(), members.Base64("root")),
        { } other => throw new FormatException($"begins with member '{other}'; a header begins with 'format', an entry with 'index', the trailer with 'size'"),
    };

    private static StoredEntry ReadEntry(ref Members members)
    {
        long index = members.Number();
        string named = members.Text("kind");
        EntryKind kind = EntryKinds.Named(named) ?? throw new FormatException($"is of kind '{named}', which this program does not know");
        var key = new RequestKey(members.Text("force"), members.Text("source_system"), members.Text("request_id"));
        long accepted = members.Number("accepted_micros");
        if (members.Follows("redacted_by"))
        {
            long redaction = members.Number("redacted_by");
            return new StoredEntry(index, kind, key, accepted, [], [], members.Base64("digest"), redaction);
        }

        return new StoredEntry(
            index, kind, key, accepted, members.Base64("salt"), members.Base64("payload"), members.Base64("digest"));
    }

    /// <summary>The members of an object, which must come in a fixed order.</summary>
    private ref struct Members(ReadOnlySpan<byte> line)
    {
        private Utf8JsonReader reader = new(line);
        private string current = "";

        public string First()
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                throw new FormatException("is not a JSON object");
            }

            reader.Read();
            current = reader.TokenType == JsonTokenType.PropertyName ? reader.GetString()! : "";
            return current;
        }

        /// <summary>Whether a member comes next; nothing is read.</summary>
        public readonly bool Follows(string member)
        {
            Utf8JsonReader ahead = reader;
            ahead.Read();
            return ahead.TokenType == JsonTokenType.PropertyName && ahead.ValueTextEquals(member);
        }

        public long Number(string member)
        {
            Next(member);
            return Number();
        }

        public long Number()
        {
            reader.Read();
            return reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long value)
                ? value
                : throw new FormatException($"has no whole number for '{current}'");
        }

        public string Text(string member)
        {
            Next(member);
            return Text();
        }

        public string Text()
        {
            reader.Read();
            return reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new FormatException($"has no text for '{current}'");
        }

        public byte[] Base64(string member)
        {
            string text = Text(member);
            byte[] bytes = new byte[(text.Length / 4 * 3) + 3];
            return Convert.TryFromBase64String(text, bytes, out int length) && Convert.ToBase64String(bytes, 0, length) == text
                ? bytes[..length]
                : throw new FormatException($"has no canonical base64 for '{member}'");
        }

        public void End()
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.EndObject)
            {
                throw new FormatException($"holds more than its members, after '{current}'");
            }

            // Throws when anything but white space follows.
            reader.Read();
        }

        private void Next(string member)
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals(member))
            {
                throw new FormatException($"has no '{member}' where it belongs, after '{current}'");
            }

            current = member;
        }
    }
}
