using Acceptance.Tests.Moving;
using Acceptance.Tests.Support;
using CrimeAudit.V1;
using Google.Protobuf;

namespace Acceptance.Tests.Storage;

/// <summary>
/// The same told to two services, which have the same clock and the same salts: not one byte of their logs differs, nor anything
/// that they answer.
/// </summary>
/// <typeparam name="TFirst">One engine.</typeparam>
/// <typeparam name="TSecond">The other one.</typeparam>
public abstract class TwiceToldTests<TFirst, TSecond>(TFirst first) : AcceptanceTests<TFirst>(first)
    where TFirst : ServiceUnderTest, new()
    where TSecond : ServiceUnderTest, new()
{
    [Fact]
    public async Task The_same_story_gives_the_same_log_and_the_same_answers()
    {
        await using var first = new TFirst { Salts = new CountedSalts() };
        await using var second = new TSecond { Salts = new CountedSalts() };
        Told one = await TellAsync(first);
        Told other = await TellAsync(second);

        Assert.Equal(one.Export, other.Export);
        Assert.Equal(one.LastLine, other.LastLine);
        Assert.Equal(one.Receipts, other.Receipts);
        Assert.Equal(one.Answers.Count, other.Answers.Count);
        Assert.All(one.Answers.Zip(other.Answers), pair => Assert.Equal(pair.First, pair.Second));
        Assert.Equal(one.Answers.Select(a => a.ToByteString()), other.Answers.Select(a => a.ToByteString()));
    }

    private static async Task<Told> TellAsync(ServiceUnderTest service)
    {
        await service.InitializeAsync();
        var story = new ToldStory(service);
        await story.TellAsync();
        string file = service.FileOf("told.jsonl");
        VerbResult export = await service.VerbAsync("export", file);
        Assert.True(export.Code == 0, export.Error);
        IReadOnlyList<IMessage> answers = await Answers.OfAsync(service);
        Assert.NotEmpty(answers.OfType<SampleItem>());
        Assert.All(answers.OfType<GetAuditResponse>(), audit => Assert.NotEmpty(audit.Audit.Frame.Digest));
        return new Told(await File.ReadAllLinesAsync(file, Cancel), export.LastLine, [.. story.Submitted.Select(s => s.Receipt)], answers);
    }

    /// <param name="Export">Lines of the export.</param>
    /// <param name="LastLine">What the export said at its end: the size and the root.</param>
    /// <param name="Receipts">Receipts of what was submitted one by one.</param>
    /// <param name="Answers">What the service answers.</param>
    private sealed record Told(
        IReadOnlyList<string> Export, string LastLine, IReadOnlyList<Receipt> Receipts, IReadOnlyList<IMessage> Answers);
}
