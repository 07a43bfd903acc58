using System.Text;

namespace AuditCli.Tests.Support;

/// <summary>Keeps what is written, and tells when a line with a certain beginning has come.</summary>
internal sealed class SignalWriter(string awaited) : StringWriter
{
    private readonly TaskCompletionSource come = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Come => come.Task;

    public override Encoding Encoding => Encoding.UTF8;

    public override void WriteLine(string? value)
    {
        base.WriteLine(value);
        if (value?.StartsWith(awaited, StringComparison.Ordinal) == true)
        {
            come.TrySetResult();
        }
    }
}
