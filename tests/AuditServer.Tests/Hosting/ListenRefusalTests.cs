using System.Net.Sockets;
using AuditServer.Hosting;

namespace AuditServer.Tests.Hosting;

public sealed class ListenRefusalTests
{
    private static readonly SocketException Denied = new((int)SocketError.AccessDenied);

    [Fact]
    public void A_port_that_the_user_may_not_listen_at_is_told_with_the_settings_and_the_way_out()
    {
        foreach (Exception failure in new Exception[] { Denied, new IOException("localhost", new AggregateException(Denied, Denied)) })
        {
            string? text = ListenRefusal.TextOf(failure);
            Assert.Contains("CrimeAudit:Hosting:GrpcUrl", text, StringComparison.Ordinal);
            Assert.Contains("CAP_NET_BIND_SERVICE", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_has_another_cause_is_left_as_it_is()
    {
        Assert.Null(ListenRefusal.TextOf(new SocketException((int)SocketError.ConnectionReset)));
        Assert.Null(ListenRefusal.TextOf(new IOException("The disk is full.")));
    }
}
