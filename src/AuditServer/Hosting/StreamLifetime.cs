using Grpc.Core;

namespace AuditServer.Hosting;

/// <summary>How long a stream may go on.</summary>
internal static class StreamLifetime
{
    private static readonly object Key = new();

    /// <summary>
    /// Cancelled when the call is (peer gone, deadline passed) or when the server begins to stop. A stream that lets the
    /// cancellation through ends with SERVER_STOPPING in the second case. In a unary call: the call's own token.
    /// </summary>
    public static CancellationToken StoppingToken(this ServerCallContext call) =>
        call.UserState.TryGetValue(Key, out object? token) ? (CancellationToken)token : call.CancellationToken;

    /// <summary>Gives a call the token that <see cref="StoppingToken"/> answers.</summary>
    internal static void Set(ServerCallContext call, CancellationToken token) => call.UserState[Key] = token;
}
