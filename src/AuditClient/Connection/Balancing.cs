using Grpc.Net.Client.Balancer;

namespace CrimeAudit.Client;

/// <summary>Which instances the calls of a client take turns over, as gRPC's resolvers are told.</summary>
internal sealed class Balancing(CrimeAuditClientOptions options) : IServiceProvider
{
    private static readonly TimeSpan LookUpEvery = TimeSpan.FromSeconds(30);

    /// <summary>Whether there is anything to balance.</summary>
    public bool IsOn => options.BalanceOverDns || options.FurtherAddresses.Count > 0;

    /// <summary>The address of the channel; its credentials say whether it is TLS.</summary>
    public Uri Target => options.BalanceOverDns ? new Uri($"dns:///{options.Address!.Host}:{options.Address.Port}") : new Uri("static:///instances");

    /// <summary>The channel asks its options' container for resolvers.</summary>
    public object? GetService(Type serviceType) =>
        serviceType == typeof(IEnumerable<ResolverFactory>)
            ? new[] { options.Names ?? new DnsResolverFactory(LookUpEvery), new StaticResolverFactory(_ => Instances()) }
            : null;

    private IEnumerable<BalancerAddress> Instances() =>
        options.FurtherAddresses.Prepend(options.Address!).Select(address => new BalancerAddress(address.Host, address.Port));
}
