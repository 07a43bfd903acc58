using AuditServer.Errors;
using CrimeAudit.V1;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;

namespace AuditServer.Tests.Errors;

/// <summary>One fault of each reason, with the status code and the details that the contract promises for it.</summary>
internal static class FaultSamples
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1.5);

    public static IReadOnlyDictionary<ErrorReason, Sample> All { get; } = new[]
    {
        Of(Faults.InvalidFields([new("updates[3].opened.area", "is too long"), new("sender.force", "is empty")]), StatusCode.InvalidArgument, Bad),
        Of(Faults.InvalidPageToken(), StatusCode.InvalidArgument, Bad),
        Of(Faults.UnknownForce("nowhere"), StatusCode.NotFound, Resource),
        Of(Faults.UnknownIncident("a/b/c"), StatusCode.NotFound, Resource),
        Of(Faults.UnknownAudit("a-1"), StatusCode.NotFound, Resource),
        Of(Faults.UnknownSampleItem("a-1", "a/b/c"), StatusCode.NotFound, Resource),
        Of(Faults.VolumesNotAvailable("Held from 2010 to 2025."), StatusCode.OutOfRange),
        Of(Faults.RequestIdReused("r-1", 42), StatusCode.AlreadyExists, Resource),
        Of(Faults.AuditExists("a-1"), StatusCode.AlreadyExists, Resource),
        Of(Faults.VolumesExist("v-1"), StatusCode.AlreadyExists, Resource),
        Of(Faults.AuditState("a-1", "PLANNED", "freeze it first"), StatusCode.FailedPrecondition, State),
        Of(Faults.AlreadyReviewed("a/b/c", 42), StatusCode.FailedPrecondition, State),
        Of(Faults.NoEstimate("a-1", "SINGLETON_STRATUM", "One report in a stratum."), StatusCode.FailedPrecondition, State),
        Of(Faults.CredentialMissing(), StatusCode.Unauthenticated),
        Of(Faults.RoleMissing("/a/b", ["lead"]), StatusCode.PermissionDenied),
        Of(Faults.ForceNotPermitted("Not yours – «nicht»."), StatusCode.PermissionDenied),
        Of(Faults.QueueFull(1000, Delay), StatusCode.ResourceExhausted, Retry),
        Of(Faults.OverLimit("updates", 1001, 1000, "CrimeAudit:Incidents:BatchSize"), StatusCode.InvalidArgument, Bad),
        Of(Faults.StorageUnavailable(Delay, new InvalidOperationException("driver text")), StatusCode.Unavailable, Retry),
        Of(Faults.ServerStopping(Delay), StatusCode.Unavailable, Retry),
        Of(Faults.InternalFault("0123"), StatusCode.Internal),
        Of(Faults.StorageFull(Delay, new InvalidOperationException("driver text")), StatusCode.ResourceExhausted, Retry),
        Of(Faults.TooManyWatches(1000, Delay), StatusCode.ResourceExhausted, Retry),
        Of(Faults.InvalidResumeToken("is not of this watch"), StatusCode.InvalidArgument, Bad),
        Of(Faults.EntryRedacted(42, 43), StatusCode.FailedPrecondition, State),
        Of(Faults.EntryInAudit(42, ["a-1"]), StatusCode.FailedPrecondition, State),
        Of(Faults.UnknownEntry("42"), StatusCode.NotFound, Resource),
        Of(Faults.TreeSizeBeyondLog("tree_size", 43, 42), StatusCode.OutOfRange, Bad),
        Of(Faults.LedgerDamaged(new InvalidOperationException("driver text")), StatusCode.DataLoss),
        Of(Faults.RateLimited(1000, TimeSpan.FromSeconds(1), Delay), StatusCode.ResourceExhausted, Retry),
        Of(Faults.TooManyStreams(200, Delay), StatusCode.ResourceExhausted, Retry),
        Of(Faults.ResponseWindowClosed("a/b/c", DateTimeOffset.UnixEpoch), StatusCode.FailedPrecondition, State),
        Of(Faults.AuditUnsettled("a-1", "1 SPLIT", "a/b/c is SPLIT"), StatusCode.FailedPrecondition, State),
        Of(Faults.NotAssigned("a/b/c", "it is not yours"), StatusCode.PermissionDenied),
    }.ToDictionary(sample => sample.Fault.Reason);

    private static string Bad => BadRequest.Descriptor.FullName;

    private static string Resource => ResourceInfo.Descriptor.FullName;

    private static string State => PreconditionFailure.Descriptor.FullName;

    private static string Retry => RetryInfo.Descriptor.FullName;

    private static Sample Of(Fault fault, StatusCode code, params string[] details) =>
        new(fault, code, [ErrorInfo.Descriptor.FullName, .. details]);

    internal sealed record Sample(Fault Fault, StatusCode Code, IReadOnlyList<string> Details);
}
