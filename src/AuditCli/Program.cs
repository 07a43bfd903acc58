using AuditCli;

return await Root.RunAsync(args, Console.Out, Console.Error);
