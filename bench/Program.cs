using System.CommandLine;
using Bench;

var updates = new Option<int>("--updates") { Description = "Updates to stream", DefaultValueFactory = _ => 100_000 };
var verify = new Option<double>("--verify") { Description = "Share of receipts that the client verifies, 0 to 1", DefaultValueFactory = _ => 0 };
var ingest = new Command("ingest", "Streams updates into a server of its own process, beside the same rows written straight into SQLite") { updates, verify };
ingest.SetAction((arguments, cancel) => IngestRun.RunAsync(arguments.GetValue(updates), arguments.GetValue(verify), cancel));
return await new RootCommand("Measures, as ratios to a baseline of the same run.") { ingest }.Parse(args).InvokeAsync();
