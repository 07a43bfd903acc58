using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Tests.Moving;

public sealed class DamagedFileTests(ExportedLog log) : IClassFixture<ExportedLog>, IDisposable
{
    private readonly Databases databases = new();

    public static TheoryData<string> Damages => [.. Made.Keys];

    private static Dictionary<string, Damage> Made { get; } = new()
    {
        ["a line that is not JSON"] = new(4, "is not a JSON object", l => l.With(4, "what is this")),
        ["a line cut in the middle"] = new(4, "is not a JSON object", l => l.With(4, l.Lines[3][..60])),
        ["an empty line"] = new(4, "is not a JSON object", l => l.With(4, "")),
        ["white space"] = new(4, "is not in its one form", l => l.With(4, l.Lines[3].Replace(",\"kind", ", \"kind", StringComparison.Ordinal))),
        ["another escape"] = new(4, "is not in its one form", l => l.With(4, l.Lines[3].Replace("storm", "\\u0073torm", StringComparison.Ordinal))),
        ["a member out of place"] = new(4, "has no 'kind' where it belongs", l => l.With(4, l.Lines[3].Replace("kind", "sort", StringComparison.Ordinal))),
        ["a member too many"] = new(4, "holds more than its members", l => l.With(4, l.Lines[3].Replace("}", ",\"more\":1}", StringComparison.Ordinal))),
        ["a wrong index"] = new(4, "holds entry 3 where entry 2 follows", l => l.With(4, l.Lines[4])),
        ["a line that is missing"] = new(4, "holds entry 3 where entry 2 follows", l => ExportedLog.TextOf([.. l.Lines.Take(3), .. l.Lines.Skip(4)])),
        ["a changed payload"] = new(4, "has a digest that is not SHA-256", l => l.With(4, Swap(l.Lines[3], l.Entry(2).Payload, l.Entry(1).Payload))),
        ["base64 that is not canonical"] = new(4, "has no canonical base64 for 'salt'", l => l.With(4, LooseBits(l.Lines[3], l.Entry(2).Salt))),
        ["an unknown kind"] = new(4, "is of kind 'rumour'", l => l.With(4, l.Lines[3].Replace("\"incident\"", "\"rumour\"", StringComparison.Ordinal))),
        ["a payload that does not parse"] = new(4, "the payload does not parse", l => l.With(2, [0xff])),
        ["a payload with nothing in it"] = new(4, "it has no sender", l => l.With(2, [])),
        ["a payload with fields of a newer program"] = new(4, "a newer one wrote it", l => l.With(2, [.. l.Entry(2).Payload, 0xc0, 0x3e, 1])),
        ["a time that steps back"] = new(4, "before the entry in front of it", l => l.With(2, l.Entry(2) with { AcceptedMicros = l.Entry(1).AcceptedMicros - 1 })),
        ["a control character in a key"] = new(4, "request_id holds a control character", l => l.With(4, l.Lines[3].Replace("open-a", "open\u0085-a", StringComparison.Ordinal))),
        ["an entry under another key"] = new(4, "than its payload says", l => l.With(2, l.Entry(2) with { Key = l.Entry(2).Key with { RequestId = "other" } })),
        ["a request id that came before"] = new(4, "stands in the log already", l => l.With(2, l.Entry(1) with { Index = 2, AcceptedMicros = l.Entry(2).AcceptedMicros })),
        ["volumes that are none"] = new(ExportedLog.Volumes + 2, "the payload holds no volumes: figures", l => l.With(ExportedLog.Volumes, Volumes(l))),
        ["a frame with another digest"] = new(ExportedLog.Freeze + 2, "the frame of audit 'moved' comes out with 5 units", l => l.With(ExportedLog.Freeze, Frame(l, f => f.Digest = ByteString.CopyFrom(new byte[32])))),
        ["a frame of another size"] = new(ExportedLog.Freeze + 2, "the frame of audit 'moved' comes out with 5 units", l => l.With(ExportedLog.Freeze, Frame(l, f => f.OutsideStrata++))),
        ["a frame as of an earlier size"] = new(ExportedLog.Freeze + 2, "the frame of audit 'moved' comes out with 3 units", l => l.With(ExportedLog.Freeze, Frame(l, f => f.TreeSize = 3))),
        ["a frame as of what is to come"] = new(ExportedLog.Freeze + 2, "freezes a frame as of 8 entries, and 7 stand before it", l => l.With(ExportedLog.Freeze, Frame(l, f => f.TreeSize = 8))),
        ["another sample"] = new(ExportedLog.Draw + 2, "the sample of audit 'moved' comes out with digest", l => l.With(ExportedLog.Draw, Sample(l))),
        ["a draw before its seed"] = new(ExportedLog.Witness + 2, "a sample is drawn once, when SEEDED", l => l.With(ExportedLog.Witness, l.Entry(ExportedLog.Draw) with { Index = ExportedLog.Witness, AcceptedMicros = l.Entry(ExportedLog.Witness).AcceptedMicros })),
        ["a plan of an audit that is there"] = new(ExportedLog.Freeze + 2, "stands in the log already", l => l.With(ExportedLog.Freeze, l.Entry(ExportedLog.Plan) with { Index = ExportedLog.Freeze })),
        ["a step of an audit that is not there"] = new(ExportedLog.Plan + 2, "'moved'", l => l.With(ExportedLog.Plan, l.Entry(ExportedLog.Witness) with { Index = ExportedLog.Plan, AcceptedMicros = l.Entry(ExportedLog.Plan).AcceptedMicros })),
        ["a review of what was not drawn"] = new(ExportedLog.Review + 2, "not-drawn", l => l.With(ExportedLog.Review, Reviewed(l))),
        ["a second header"] = new(4, "is a second header", l => l.With(4, l.Lines[0])),
        ["no header"] = new(1, "is no header", l => ExportedLog.TextOf(l.Lines.Skip(1))),
        ["a header of another version"] = new(1, "version 2; this program reads", l => l.With(1, l.Lines[0].Replace("1}", "2}", StringComparison.Ordinal))),
        ["a trailer of another size"] = new(ExportedLog.Size + 2, $"says that {ExportedLog.Last} entries stand before it; {ExportedLog.Size} do", l => l.With(ExportedLog.Size + 2, l.Lines[^1].Replace($":{ExportedLog.Size},", $":{ExportedLog.Last},", StringComparison.Ordinal))),
        ["a trailer of another root"] = new(ExportedLog.Size + 2, "says that the root is", l => l.With(ExportedLog.Size + 2, $"{{\"size\":{ExportedLog.Size},\"root\":\"{Convert.ToBase64String(new byte[32])}\"}}")),
        ["a missing trailer"] = new(ExportedLog.Size + 2, "is missing: the file ends before its trailer", l => ExportedLog.TextOf(l.Lines.Take(ExportedLog.Size + 1))),
        ["a last line without its end"] = new(ExportedLog.Size + 2, "is cut short", l => l.Text[..^1]),
        ["a line after the trailer"] = new(ExportedLog.Size + 3, "stands after the trailer", l => l.Text + l.Lines[^1] + '\n'),
    };

    public void Dispose() => databases.Dispose();

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task What_is_wrong_is_refused_with_its_line_and_what_stands_before_it_is_imported(string damage)
    {
        (int line, string reason, Func<ExportedLog, string> make) = Made[damage];
        string database = databases.PathOf("target.db");
        (int code, string error) = await Databases.RunAsync("import", databases.Write("damaged.jsonl", make(log)), database);
        Assert.Equal(65, code);
        Assert.StartsWith($"line {line}: ", error, StringComparison.Ordinal);
        Assert.Contains(reason, error, StringComparison.Ordinal);

        int imported = Math.Clamp(line - 2, 0, ExportedLog.Size);
        (code, error) = await Databases.RunAsync("import", databases.Write("whole.jsonl", log.Text), database);
        Assert.Equal((0, $"Imported {ExportedLog.Size - imported} entries"), (code, error.Split(';')[0]));
        string again = databases.PathOf("again.jsonl");
        Assert.Equal(0, (await Databases.RunAsync("export", again, database)).Code);
        Assert.Equal(log.Text, await File.ReadAllTextAsync(again, TestContext.Current.CancellationToken));
    }

    private static string Swap(string line, byte[] one, byte[] other) =>
        line.Replace(Convert.ToBase64String(one), Convert.ToBase64String(other), StringComparison.Ordinal);

    /// <summary>The same bytes with bits set that base64 drops.</summary>
    private static string LooseBits(string line, byte[] salt)
    {
        string text = Convert.ToBase64String(salt);
        string loose = $"{text[..^3]}{(char)(text[^3] + 1)}==";
        Assert.Equal(salt, Convert.FromBase64String(loose));
        return line.Replace(text, loose, StringComparison.Ordinal);
    }

    private static byte[] Volumes(ExportedLog log)
    {
        var import = ImportVolumesRequest.Parser.ParseFrom(log.Entry(ExportedLog.Volumes).Payload);
        import.Figures[1].PeriodEnd = "some day";
        return import.ToByteArray();
    }

    private static byte[] Frame(ExportedLog log, Action<Frame> change)
    {
        AuditEvent step = log.Step(ExportedLog.Freeze);
        change(step.Frozen.Frame);
        return step.ToByteArray();
    }

    private static byte[] Sample(ExportedLog log)
    {
        AuditEvent step = log.Step(ExportedLog.Draw);
        step.Drawn.SampleDigest = ByteString.CopyFrom(new byte[32]);
        return step.ToByteArray();
    }

    private static byte[] Reviewed(ExportedLog log)
    {
        AuditEvent step = log.Step(ExportedLog.Review);
        step.Reviewed.UnitId = "thames-valley/storm/not-drawn";
        return step.ToByteArray();
    }

    private sealed record Damage(int Line, string Reason, Func<ExportedLog, string> Make);
}
