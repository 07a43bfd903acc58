// Tells a safeguarding desk what comes in and what is overdue, and goes on where it ended.
//   UpdateListener FORCE TOKEN-FILE ADDRESS       token in CRIMEAUDIT_TOKEN; Ctrl-C ends
using CrimeAudit.Client;
using UpdateListener;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};
await using var client = CrimeAuditClient.Connect(args[2], Environment.GetEnvironmentVariable("CRIMEAUDIT_TOKEN")!);
try
{
    await new Desk(args[0], args[1], client, Console.Out).RunAsync(stop.Token);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    await Console.Out.WriteLineAsync("Stopped; the next start goes on here.");
}
