using AuditServer.Errors;
using AuditServer.Sequencing;
using Microsoft.Extensions.Options;

namespace AuditServer.Storage;

/// <summary>Failures of the engine in the contract's terms, for writers and readers alike.</summary>
internal sealed class StorageFaults(IStorageFailures failures, IOptions<SequencerOptions> options)
{
    /// <summary>What callers are told of an exception; null when it is no failure of the engine.</summary>
    public Fault? Of(Exception exception) => failures.Of(exception) switch
    {
        StorageFailure.None => null,
        StorageFailure.Full => Faults.StorageFull(options.Value.RetryAfter, exception),
        // Lost as well: whoever asks again begins anew, and finds what was written after all.
        _ => Faults.StorageUnavailable(options.Value.RetryAfter, exception),
    };
}
