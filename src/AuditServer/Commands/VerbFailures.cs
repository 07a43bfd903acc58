using System.Diagnostics.CodeAnalysis;
using AuditServer.Hosting;
using AuditServer.Moving;
using AuditServer.Replay;
using AuditServer.Storage;
using Microsoft.Extensions.Options;

namespace AuditServer.Commands;

/// <summary>The one place where a verb's failure becomes lines on standard error and an exit code.</summary>
internal static class VerbFailures
{
    [SuppressMessage("Design", "CA1031", Justification = "The edge of the program: the shell gets an exit code and a line, never a stack.")]
    public static async Task<int> TellAsync(TextWriter error, Func<Task<int>> verb)
    {
        try
        {
            return await verb();
        }
        catch (Exception failure)
        {
            (int code, string told) = Read(failure);
            await error.WriteLineAsync(told);
            return code;
        }
    }

    private static (int Code, string Told) Read(Exception failure) => failure switch
    {
        UsageException => (ServerCommandLine.BadUsage, failure.Message),
        MoveRefusedException or EntryRefusedException => (ServerCommandLine.BadData, failure.Message),
        StartRefusedException or OptionsValidationException => (AuditServerHost.ConfigurationExitCode, failure.Message),
        LogNotFoundException => (
            AuditServerHost.ConfigurationExitCode,
            $"{failure.Message} CrimeAudit:Storage says where it is: a wrong CrimeAudit:Storage:Path, perhaps. None was made."),
        OperationCanceledException => (ServerCommandLine.Failed, "Interrupted. The same command goes on from here."),
        LogMovedException or SchemaMismatchException or IOException or UnauthorizedAccessException => (ServerCommandLine.Failed, failure.Message),
        _ => (ServerCommandLine.Failed, $"AuditServer failed: {failure.Message}"),
    };
}
