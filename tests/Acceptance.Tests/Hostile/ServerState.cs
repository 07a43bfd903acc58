using System.Globalization;
using Acceptance.Tests.Instances;

namespace Acceptance.Tests.Hostile;

/// <summary>How a server is after an attack.</summary>
internal static class ServerState
{
    /// <summary>
    /// More than the server needs for what it holds of the attacks here, and far less than they would take if each could make it
    /// keep what was sent: those send gigabytes.
    /// </summary>
    private const long MostMemory = 1_000_000_000;

    private static readonly string[] Complaints = ["fail:", "crit:", "Unhandled exception"];

    /// <summary>The web server says of a client that reads none of its answers that it ended its connection.</summary>
    private const string Attacked = "crit: Microsoft.AspNetCore.Server.Kestrel.Http2[60]";

    /// <summary>Requires that it runs, complained of nothing as a fault of its own, and never held more memory than it may.</summary>
    public static void AssertSound(ServerProcess server)
    {
        Assert.True(server.IsRunning, $"The server is gone: {string.Join('\n', server.Said.TakeLast(40))}");
        string[] said = [.. server.Said];
        int complaint = Array.FindIndex(said, line => line != Attacked && Complaints.Any(c => line.StartsWith(c, StringComparison.Ordinal)));
        Assert.True(complaint < 0, complaint < 0 ? "" : $"The server logged a fault: {string.Join('\n', said.Skip(complaint).Take(30))}");
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"the server holds {server.WorkingSet / 1_000_000} MB, and held {server.PeakWorkingSet / 1_000_000} MB at most"));
        Assert.InRange(server.PeakWorkingSet, 0, MostMemory);
    }
}
