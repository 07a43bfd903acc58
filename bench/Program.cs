using System.CommandLine;
using Bench;

var updates = new Option<int>("--updates") { Description = "Updates to stream", DefaultValueFactory = _ => 100_000 };
var verify = new Option<double>("--verify") { Description = "Share of receipts that the client verifies, 0 to 1", DefaultValueFactory = _ => 0 };
var ingest = new Command("ingest", "Streams updates into a server of its own process, beside the same rows written straight into SQLite") { updates, verify };
ingest.SetAction((arguments, cancel) => IngestRun.RunAsync(arguments.GetValue(updates), arguments.GetValue(verify), cancel));
var reports = new Option<int>("--reports") { Description = "Reports of three years to ask about", DefaultValueFactory = _ => 100_000 };
var rates = new Command("rates", "Asks for the live rate by each breakdown, beside a scan of the incidents that the counts spare") { reports };
rates.SetAction((arguments, cancel) => RateRun.RunAsync(arguments.GetValue(reports), cancel));
var streamed = new Option<int>("--updates") { Description = "Updates to stream", DefaultValueFactory = _ => 50_000 };
var tree = new Command("tree", "Streams updates into a server with and without its Merkle tree and signed checkpoints, by turns") { streamed };
tree.SetAction((arguments, cancel) => TreeRun.RunAsync(arguments.GetValue(streamed), cancel));
var settings = new Argument<string[]>("SETTINGS") { Arity = ArgumentArity.ZeroOrMore };
var treeless = new Command(TreelessServer.Verb) { settings };
treeless.Hidden = true;
treeless.TreatUnmatchedTokensAsErrors = false;
treeless.SetAction((arguments, cancel) => TreelessServer.RunAsync([.. arguments.UnmatchedTokens, .. arguments.GetValue(settings) ?? []], cancel));
return await new RootCommand("Measures, as ratios to a baseline of the same run.") { ingest, rates, tree, treeless }.Parse(args).InvokeAsync();
