using System.Diagnostics;
using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>One call as listeners see it: an activity, and where it is a unary call its duration.</summary>
internal sealed class TracedCall : IDisposable
{
    private readonly string rpc;
    private readonly bool isTimed;
    private readonly long begun = Stopwatch.GetTimestamp();
    private readonly Activity? activity;
    private Grpc.Core.StatusCode status = Grpc.Core.StatusCode.OK;

    private TracedCall(string rpc, bool isTimed)
    {
        (this.rpc, this.isTimed) = (rpc, isTimed);
        activity = Instruments.Activities.StartActivity(rpc, ActivityKind.Client);
        activity?.SetTag("rpc.system", "grpc").SetTag(Instruments.Method, rpc);
    }

    public static TracedCall Unary(string rpc) => new(rpc, isTimed: true);

    public static TracedCall Stream(string rpc) => new(rpc, isTimed: false);

    public void Failed(CrimeAuditException failure)
    {
        status = failure.StatusCode;
        activity?.SetStatus(ActivityStatusCode.Error);
        if (failure.Reason != ErrorReason.Unspecified)
        {
            activity?.SetTag(Instruments.Reason, failure.Reason.ToString());
        }
    }

    /// <summary>The caller ended it, which is no error.</summary>
    public void Cancelled() => status = Grpc.Core.StatusCode.Cancelled;

    public void Dispose()
    {
        activity?.SetTag(Instruments.StatusCode, (int)status);
        activity?.Dispose();
        if (isTimed)
        {
            Instruments.CallDuration.Record(
                Stopwatch.GetElapsedTime(begun).TotalSeconds,
                new KeyValuePair<string, object?>(Instruments.Method, rpc),
                new KeyValuePair<string, object?>(Instruments.StatusCode, (int)status));
        }
    }
}
