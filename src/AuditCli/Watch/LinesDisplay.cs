using Google.Protobuf;

namespace AuditCli.Watch;

/// <summary>One message a line, in the contract's JSON.</summary>
internal sealed class LinesDisplay<T>(TextWriter output) : WatchDisplay<T>
    where T : IMessage
{
    public override async Task ShowAsync(IAsyncEnumerable<T> messages)
    {
        await foreach (T message in messages)
        {
            await output.WriteLineAsync(JsonFormatter.Default.Format(message));
            // Whoever reads a pipe is to see a line when it is there, not a buffer later.
            await output.FlushAsync();
        }
    }
}
