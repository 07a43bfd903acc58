using System.Net;
using System.Net.Sockets;

namespace Acceptance.Tests.Instances;

/// <summary>
/// Addresses of this machine that a server can come back to. They lie below the ports that systems give to outgoing
/// connections: there a client that looks for a dead server may take its port, and even connect to itself.
/// </summary>
internal static class FreeAddresses
{
    private const int First = 20_000;
    private const int Last = 30_000;

    // Processes of tests that run side by side begin at different places.
    private static int next = First + (Environment.ProcessId * 37 % (Last - First));

    /// <summary>An address that nobody listens on and that this process has not given away before.</summary>
    public static Uri Next()
    {
        while (true)
        {
            int port = First + (Interlocked.Increment(ref next) % (Last - First));
            if (IsFree(port))
            {
                return new Uri($"http://127.0.0.1:{port}");
            }
        }
    }

    private static bool IsFree(int port)
    {
        using var probe = new TcpListener(IPAddress.Loopback, port);
        try
        {
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
