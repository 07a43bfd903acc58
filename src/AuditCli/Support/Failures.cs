using System.Diagnostics.CodeAnalysis;
using AuditCli.Import;
using AuditCli.Input;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace AuditCli.Support;

/// <summary>The one place where a failure becomes lines on standard error and an exit code.</summary>
internal static class Failures
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
            (int code, IEnumerable<string> lines) = Read(failure);
            foreach (string line in lines)
            {
                await error.WriteLineAsync(line);
            }

            return code;
        }
    }

    private static (int Code, IEnumerable<string> Lines) Read(Exception failure) => failure switch
    {
        InputException bad => (CommandLine.BadInput, bad.Problems),
        OptionsValidationException bad => (CommandLine.BadInput, bad.Failures),
        ServerException server => (server.ExitCode, [server.Message]),
        TamperDetectedException tampered => (CommandLine.NotProven, [$"{tampered.Fault}: {tampered.Message}", .. Notes(tampered.PinnedNote, tampered.SeenNote)]),
        ProofRejectedException rejected => (CommandLine.NotProven, [$"{rejected.Fault}: {rejected.Message}"]),
        LogRolledBackException lost => (CommandLine.NotProven, [lost.Message, .. Notes(lost.PinnedNote, lost.SeenNote)]),
        CrimeAuditException server when IsNoAnswer(server) => (CommandLine.Unreachable, [$"The server cannot be reached: {server.Message}"]),
        CrimeAuditException server => (CommandLine.Refused, Refusal(server)),
        OperationCanceledException => (CommandLine.Failed, ["Interrupted."]),
        ImportInterruptedException or IOException or UnauthorizedAccessException => (CommandLine.Failed, [failure.Message]),
        _ => (CommandLine.Failed, [$"crimeaudit failed: {failure.Message}"]),
    };

    private static IEnumerable<string> Notes(string before, string now) => ["Seen before:", before, "Seen now:", now];

    /// <summary>What comes from below the service (resets, proxies, another protocol) has no reason of the contract.</summary>
    public static bool IsNoAnswer(CrimeAuditException failure) =>
        failure is ServiceUnavailableException
        || (failure.Reason == ErrorReason.Unspecified
            && failure.StatusCode is StatusCode.Internal or StatusCode.Unknown or StatusCode.Cancelled or StatusCode.Unimplemented);

    private static IEnumerable<string> Refusal(CrimeAuditException failure)
    {
        yield return $"The server refused ({ReasonNames.Name(failure)}): {failure.Message}";
        foreach (FieldViolation violation in failure.Violations.Where(v => !failure.Message.Contains(v.Description, StringComparison.Ordinal)))
        {
            yield return $"  {violation.Field} {violation.Description}";
        }
    }
}
