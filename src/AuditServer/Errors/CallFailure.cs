using System.Data.Common;
using AuditServer.Checking;
using AuditServer.Storage;
using AuditServer.Telemetry;
using Grpc.Core;

namespace AuditServer.Errors;

/// <summary>What a call that failed tells its caller: the one place where exceptions become statuses.</summary>
/// <param name="lifetime">Says whether the server stops.</param>
/// <param name="clock">The server's clock.</param>
/// <param name="log">Where causes go, which callers are not told.</param>
/// <param name="storage">Reads failures of the engine; null where there is none behind the wire.</param>
/// <param name="telemetry">Counts refusals; null where nothing is counted.</param>
/// <param name="trust">Told of every answer that would not have verified; null where there is no log behind the wire.</param>
internal sealed partial class CallFailure(
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<CallFailure> log,
    StorageFaults? storage = null,
    LogTrust? trust = null,
    ServerTelemetry? telemetry = null)
{
    /// <summary>When a caller should try again after this server said that it stops: by then another has taken over, or it is back.</summary>
    private static readonly TimeSpan RetryAfterStop = TimeSpan.FromSeconds(2);

    /// <summary>The exception with which the call ends.</summary>
    public RpcException Translate(Exception failure, ServerCallContext call) => failure switch
    {
        RpcException status => status,
        Fault fault => Refused(fault, call),
        OperationCanceledException or DbException when IsPastDeadline(call) => Ended(StatusCode.DeadlineExceeded, "The deadline has passed."),
        OperationCanceledException or IOException or InvalidOperationException or DbException when IsOver(call) =>
            Ended(StatusCode.Cancelled, "The call was cancelled."),
        OperationCanceledException when lifetime.ApplicationStopping.IsCancellationRequested =>
            FaultStatus.ToRpcException(Faults.ServerStopping(RetryAfterStop)),
        _ => storage?.Of(failure) is { } unavailable ? Refused(unavailable, call) : Unexpected(failure, call),
    };

    private static RpcException Ended(StatusCode code, string detail) => new(new Status(code, detail));

    private RpcException Refused(Fault fault, ServerCallContext call)
    {
        telemetry?.Refused(fault.Reason);
        if (fault.InnerException is { } cause)
        {
            LogCause(call.Method, fault.Reason, cause);
            if (fault.Reason == CrimeAudit.V1.ErrorReason.LedgerDamaged)
            {
                trust?.Lose(cause.Message);
            }
        }

        return FaultStatus.ToRpcException(fault);
    }

    private RpcException Unexpected(Exception failure, ServerCallContext call)
    {
        telemetry?.Refused(CrimeAudit.V1.ErrorReason.InternalFault);
        string id = Guid.NewGuid().ToString("N");
        LogUnexpected(id, call.Method, failure);
        return FaultStatus.ToRpcException(Faults.InternalFault(id));
    }

    private bool IsPastDeadline(ServerCallContext call) => call.Deadline <= clock.GetUtcNow().UtcDateTime;

    // Once the peer has gone, reads and writes of the stream fail in one of three ways, whichever the transport finds first.
    // A driver whose statement was cancelled with the call throws what it throws of any failed statement. That is the end
    // of the call, and nobody is there to be told. Anything else is a fault even then.
    private static bool IsOver(ServerCallContext call) => call.CancellationToken.IsCancellationRequested;

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} was refused with {Reason}, which has a cause")]
    private partial void LogCause(string method, CrimeAudit.V1.ErrorReason reason, Exception cause);

    [LoggerMessage(Level = LogLevel.Error, Message = "Fault {Id} in {Method}")]
    private partial void LogUnexpected(string id, string method, Exception failure);
}
