using System.Threading.RateLimiting;
using AuditServer.Errors;
using Microsoft.Extensions.Options;

namespace AuditServer.Security.Limits;

/// <summary>Bounds what each client asks of this instance, so that one of them cannot shut the others out.</summary>
internal sealed class ClientLimits(IOptions<LimitOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> calls = PartitionedRateLimiter.Create<string, string>(
        subject => RateLimitPartition.GetTokenBucketLimiter(subject, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.Value.CallBurst,
            TokensPerPeriod = options.Value.Calls,
            ReplenishmentPeriod = options.Value.CallPeriod,
        }),
        StringComparer.Ordinal);

    private readonly PartitionedRateLimiter<string> streams = PartitionedRateLimiter.Create<string, string>(
        subject => RateLimitPartition.GetConcurrencyLimiter(subject, _ => new ConcurrencyLimiterOptions { PermitLimit = options.Value.Streams }),
        StringComparer.Ordinal);

    /// <summary>Counts a unary call of a client.</summary>
    /// <exception cref="Fault">RATE_LIMITED.</exception>
    public void Call(string subject)
    {
        using RateLimitLease lease = calls.AttemptAcquire(subject);
        if (!lease.IsAcquired)
        {
            TimeSpan wait = lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan until) ? until : options.Value.CallPeriod;
            throw Faults.RateLimited(options.Value.Calls, options.Value.CallPeriod, wait);
        }
    }

    /// <summary>Takes one of a client's places for streams; disposing of it gives it back.</summary>
    /// <exception cref="Fault">TOO_MANY_STREAMS.</exception>
    public IDisposable OpenStream(string subject)
    {
        RateLimitLease place = streams.AttemptAcquire(subject);
        if (place.IsAcquired)
        {
            return place;
        }

        place.Dispose();
        throw Faults.TooManyStreams(options.Value.Streams, options.Value.StreamRetryAfter);
    }

    public void Dispose()
    {
        calls.Dispose();
        streams.Dispose();
    }
}
