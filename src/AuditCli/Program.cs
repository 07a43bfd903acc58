using System.Text;
using AuditCli;

// Ids may hold any letter: a console in another code page would print question marks for evidence.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await CommandLine.RunAsync(args, Console.OpenStandardInput, Console.Out, Console.Error);
