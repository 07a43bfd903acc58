using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace AuditServer.Hosting;

/// <summary>Says why the server cannot listen where its settings say.</summary>
internal static class ListenRefusal
{
    private const string Settings = $"{HostingOptions.Section}:{nameof(HostingOptions.GrpcUrl)} and :{nameof(HostingOptions.JsonUrl)} say where the server listens";

    /// <summary>The text for an administrator; null: the failure is another one.</summary>
    public static string? TextOf(Exception failure) => failure switch
    {
        IOException { InnerException: AddressInUseException } => $"{failure.Message} {Settings}.",
        _ when CausesOf(failure).OfType<SocketException>().Any(s => s.SocketErrorCode == SocketError.AccessDenied) =>
            $"This user may not listen at a port that is set. {Settings}: take ports from 1024 on, or give the right to smaller ones (on Linux CAP_NET_BIND_SERVICE).",
        _ => null,
    };

    // An address with two forms, as localhost has, fails with both of them in one exception.
    private static IEnumerable<Exception> CausesOf(Exception failure) => failure switch
    {
        AggregateException all => all.Flatten().InnerExceptions.SelectMany(CausesOf),
        { InnerException: { } cause } => CausesOf(cause).Prepend(failure),
        _ => [failure],
    };
}
