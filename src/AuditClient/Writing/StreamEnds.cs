using CrimeAudit.V1;
using Grpc.Core;

namespace CrimeAudit.Client;

/// <summary>Why a stream ended, and whether a new one can go better.</summary>
internal static class StreamEnds
{
    /// <summary>
    /// The service's own answers say by the contract whether waiting helps. What comes from below (resets, proxies, dead
    /// peers) has many codes and passes; a plain refusal or a message over the limit would only be repeated.
    /// </summary>
    public static bool IsPassing(CrimeAuditException end) => end.Reason == ErrorReason.Unspecified
        ? end is ServiceUnavailableException
            || end.StatusCode is StatusCode.Internal or StatusCode.Unknown or StatusCode.Cancelled or StatusCode.Aborted
        : end.Advice == RetryAdvice.AfterDelay;

    public static ServiceUnavailableException ClosedByService() => ClosedByService("The service ended the stream before every update had its result.");

    public static ServiceUnavailableException ClosedByService(string message) =>
        new(new ErrorDetails { StatusCode = StatusCode.Unavailable, Message = message });

    public static ServiceUnavailableException GivenUp(TimeSpan after, int unacknowledged, Exception? last) => new(
        new ErrorDetails
        {
            StatusCode = StatusCode.Unavailable,
            Message = $"No update was acknowledged for {after}; {unacknowledged} have no result and may not have arrived. "
                + $"Last: {last?.Message ?? "the service took them and did not answer."}",
        },
        last);

    /// <summary>A fault on this side, in a callback or in the conversation: the writer cannot go on, and says why.</summary>
    public static CrimeAuditException Broken(Exception cause) => new(
        new ErrorDetails { StatusCode = StatusCode.Internal, Message = $"The writer stopped: {cause.Message}" }, cause);
}
