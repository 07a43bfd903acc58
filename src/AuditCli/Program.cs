using System.CommandLine;
using AuditCli.Demo;

return await new RootCommand("x") { DemoCommand.Create() }.Parse(args).InvokeAsync();
