// PackageGuide ADDRESS VERB FOLDER       token in CRIMEAUDIT_TOKEN
using CrimeAudit.Client;
using PackageGuide;

await using var client = CrimeAuditClient.Connect(args[0], Environment.GetEnvironmentVariable("CRIMEAUDIT_TOKEN")!);
await (args[1] switch
{
    "connect" => new Connector(client, args[2]).RunAsync(Console.In, Console.Out),
    "follow" => new Follower(client, args[2]).RunAsync(Console.Out),
    "prove" => new Evidence(client, args[2]).RunAsync(Console.Out),
    _ => throw new ArgumentException($"There is no verb {args[1]}: connect, follow or prove."),
});
