using System.Collections.Concurrent;
using Grpc.Net.Client.Balancer;

namespace AuditClient.Tests.Infrastructure;

/// <summary>Looks names up, as DNS does, in a table of one name; and remembers what it was asked.</summary>
internal sealed class KnownNames(string host, params Uri[] addresses) : ResolverFactory
{
    public ConcurrentQueue<Uri> Asked { get; } = [];

    public override string Name => "dns";

    public override Resolver Create(ResolverOptions options)
    {
        Asked.Enqueue(options.Address);
        return new Answer(options.Address.AbsolutePath.StartsWith($"/{host}:", StringComparison.Ordinal)
            ? ResolverResult.ForResult([.. addresses.Select(address => new BalancerAddress(address.Host, address.Port))])
            : ResolverResult.ForFailure(new Status(StatusCode.Unavailable, $"Nobody knows {options.Address}.")));
    }

    private sealed class Answer(ResolverResult result) : Resolver
    {
        private Action<ResolverResult>? listener;

        public override void Start(Action<ResolverResult> listener)
        {
            this.listener = listener;
            listener(result);
        }

        public override void Refresh() => listener?.Invoke(result);
    }
}
