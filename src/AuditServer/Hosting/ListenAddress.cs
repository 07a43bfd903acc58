using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace AuditServer.Hosting;

/// <summary>An address to listen on, read from an option such as <c>http://127.0.0.1:5080</c>.</summary>
internal sealed record ListenAddress(bool Secure, string Host, int Port)
{
    private const string EveryInterface = "*";
    private const string LocalName = "localhost";

    /// <summary>Only this machine can reach it.</summary>
    public bool IsLoopback => Host == LocalName || (IPAddress.TryParse(Host, out IPAddress? ip) && IPAddress.IsLoopback(ip));

    /// <summary>Reads <c>scheme://host:port</c>; null when it is anything else.</summary>
    public static ListenAddress? Parse(string? text)
    {
        string[] parts = (text ?? "").TrimEnd('/').Split("://");
        int colon = parts[^1].LastIndexOf(':');
        if (parts.Length != 2 || colon < 1 || parts[0] is not ("http" or "https"))
        {
            return null;
        }

        string host = parts[1][..colon].TrimStart('[').TrimEnd(']');
        bool known = host is EveryInterface or LocalName || IPAddress.TryParse(host, out _);
        return known && ushort.TryParse(parts[1][(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out ushort port)
            ? new ListenAddress(parts[0] == "https", host, port)
            : null;
    }

    /// <summary>Makes Kestrel listen here.</summary>
    public void Listen(KestrelServerOptions kestrel, Action<ListenOptions> configure)
    {
        if (Host == EveryInterface)
        {
            kestrel.ListenAnyIP(Port, configure);
        }
        else if (Host == LocalName && Port != 0)
        {
            kestrel.ListenLocalhost(Port, configure);
        }
        else
        {
            kestrel.Listen(Host == LocalName ? IPAddress.Loopback : IPAddress.Parse(Host), Port, configure);
        }
    }
}
