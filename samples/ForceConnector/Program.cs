// Submits what a force's system drops into a folder as CSV files, and moves each file to done/ once all of it is durable.
//   ForceConnector FOLDER ADDRESS       token in CRIMEAUDIT_TOKEN; Ctrl-C ends
using CrimeAudit.Client;
using ForceConnector;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};
await using var client = CrimeAuditClient.Connect(args[1], Environment.GetEnvironmentVariable("CRIMEAUDIT_TOKEN")!);
try
{
    await new Drops(args[0], client, Console.Out).RunAsync(stop.Token);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    await Console.Out.WriteLineAsync("Stopped; what was not finished is submitted at the next start.");
}
