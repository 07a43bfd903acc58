using AuditServer.Commands;

return await ServerCommandLine.RunAsync(args, Console.Out, Console.Error);
