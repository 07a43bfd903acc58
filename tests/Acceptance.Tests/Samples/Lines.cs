using System.Text;
using System.Threading.Channels;

namespace Acceptance.Tests.Samples;

/// <summary>What a program says, line by line as it says it.</summary>
internal sealed class Lines : TextWriter
{
    private readonly Channel<string> said = Channel.CreateUnbounded<string>();

    public override Encoding Encoding => Encoding.UTF8;

    public override Task WriteLineAsync(string? value)
    {
        said.Writer.TryWrite(value ?? "");
        return Task.CompletedTask;
    }

    /// <summary>The next lines, once they are said.</summary>
    public async Task<IReadOnlyList<string>> NextAsync(int count)
    {
        var lines = new List<string>();
        while (lines.Count < count)
        {
            lines.Add(await said.Reader.ReadAsync(TestContext.Current.CancellationToken));
        }

        return lines;
    }
}
