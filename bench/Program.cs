using System.CommandLine;
using Bench.Baselines.Echo;
using Bench.Baselines.EntityFramework;
using Bench.Running;
using Bench.Serving;
using Bench.Tree;

var root = new RootCommand("Measures, as ratios to a baseline of the same run.");
foreach (IBenchGroup group in Groups.All)
{
    root.Add(Verbs.Of(group));
}

root.Add(Verbs.All());
root.Add(Verbs.Check());
root.Add(Verbs.Pictures());
root.Add(ServingVerb.Of(TreelessServer.Verb, TreelessServer.RunAsync));
root.Add(ServingVerb.Of(EchoServer.Verb, EchoServer.RunAsync));
root.Add(ServingVerb.Of(EchoServer.Durable, EchoServer.RunDurableAsync));
root.Add(ServingVerb.Of(EntityFrameworkServer.Verb, EntityFrameworkServer.RunAsync));
return await root.Parse(args).InvokeAsync();
