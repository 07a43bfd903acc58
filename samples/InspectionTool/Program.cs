// Inspects a force from plan to estimate, step by step.
//   InspectionTool ADDRESS AUDIT-ID freeze FORCE FROM TO | draw SEED AUDITOR | estimate REVIEWS.csv
// AUDITOR is the subject of the auditor's token. Tokens in CRIMEAUDIT_LEAD and CRIMEAUDIT_AUDITOR.
using CrimeAudit.Client;
using InspectionTool;

await using var lead = CrimeAuditClient.Connect(args[0], Environment.GetEnvironmentVariable("CRIMEAUDIT_LEAD")!);
await using var auditor = CrimeAuditClient.Connect(args[0], Environment.GetEnvironmentVariable("CRIMEAUDIT_AUDITOR")!);
var inspection = new Inspection(args[1], lead, auditor, Console.Out);
await (args[2..] switch
{
    ["freeze", var force, var from, var to] => inspection.FreezeAsync(force, from, to),
    ["draw", var seed, var subject] => inspection.DrawAsync(seed, subject),
    ["estimate", var reviews] => inspection.EstimateAsync(reviews),
    _ => Console.Error.WriteLineAsync("freeze FORCE FROM TO | draw SEED AUDITOR | estimate REVIEWS.csv"),
});
