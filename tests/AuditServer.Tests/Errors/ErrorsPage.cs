using System.Text;
using AuditServer.Errors;
using AuditServer.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Tests.Shared;

namespace AuditServer.Tests.Errors;

/// <summary>Writes docs/errors.md from the contract, the samples of the server's faults, and what the client makes of them.</summary>
internal static class ErrorsPage
{
    public const string Path = "docs/errors.md";

    private const string Intro =
        """
        # Errors

        Every reason with which a call can fail. Written from `protos/crimeaudit/v1` by a test: set `CRIMEAUDIT_WRITE_DOCS=1` and
        run it to write this page anew.

        A failed call ends with a `google.rpc.Status`, over gRPC in the trailer `grpc-status-details-bin`, over JSON as the body.
        Its first detail is an `ErrorInfo` of domain `crimeaudit` whose `reason` is the name below; programs decide by it and never
        by the message, which is for people. The other details hold what a program may need: `BadRequest` every wrong field by its
        path, `ResourceInfo` the thing that is missing or exists, `PreconditionFailure` the state that forbids the call,
        `RetryInfo` when to ask again. An item of a stream that is refused carries the same status, and the stream goes on.

        What did not come from the service has no `ErrorInfo`: a proxy, the network, a deadline that passed (`DEADLINE_EXCEEDED`),
        a call that its caller cancelled (`CANCELLED`), an RPC that this version does not have (`UNIMPLEMENTED`).

        | reason | code | HTTP | advice | exception of the C# client |
        | --- | --- | --- | --- | --- |
        """;

    private const string Advice =
        """

        The advice is the contract's own annotation, `RetryAdvice`:

        | advice | what to do |
        | --- | --- |
        | CHANGE_REQUEST | the same call fails again: change the request |
        | AFTER_DELAY | ask again after the delay of RetryInfo; with the same request ids nothing is doubled |
        | READ_STATE | the state of the thing forbids the call: read it, then decide |
        | OTHER_CREDENTIAL | another credential is needed |
        | REPORT | a fault of the service: report the id in the message |
        """;

    public static string Text()
    {
        var page = new StringBuilder();
        Line(page, Intro.ReplaceLineEndings("\n"));
        foreach (ErrorReason reason in FaultSamples.All.Keys)
        {
            Line(page, RowOf(reason));
        }

        Line(page, Advice.ReplaceLineEndings("\n"));
        foreach (ErrorReason reason in FaultSamples.All.Keys)
        {
            Section(page, reason);
        }

        return page.ToString();
    }

    /// <summary>The reason's row in the table.</summary>
    public static string RowOf(ErrorReason reason)
    {
        ReasonContract said = ReasonContract.Of(reason);
        return $"| [{said.Name}](#{said.Name.ToLowerInvariant()}) | {said.StatusCode} | {said.HttpStatus} | {said.Advice} "
            + $"| `{ExceptionOf(reason).Name}` |";
    }

    private static void Section(StringBuilder page, ErrorReason reason)
    {
        Line(page, $"\n## {ReasonContract.Of(reason).Name}\n\n{ContractText.Meanings[(int)reason]}\n");
        Line(page, $"- Details: {string.Join(", ", FaultSamples.All[reason].Details.Select(name => $"`{name}`"))}.");
        Line(page, $"- Answered by: {AnsweredBy(reason)}.");
        Line(page, $"- Example: {FaultSamples.All[reason].Fault.Message}");
    }

    private static string AnsweredBy(ErrorReason reason)
    {
        ReasonContract said = ReasonContract.Of(reason);
        IEnumerable<string> rpcs = ContractText.ErrorsOfRpcs.Where(rpc => rpc.Errors.Contains(said.Name)).Select(rpc => $"`{rpc.Rpc}`");
        return said.OfAnyCall ? "any call" : string.Join(", ", rpcs);
    }

    private static Type ExceptionOf(ErrorReason reason) =>
        CrimeAuditException.From(FaultStatus.ToStatus(FaultSamples.All[reason].Fault)).GetType();

    private static void Line(StringBuilder page, string text) => page.Append(text).Append('\n');
}
