using System.Runtime.InteropServices;

namespace Bench.Results;

/// <summary>What every figure of a run holds for.</summary>
/// <param name="Cores">Cores that server, client and baseline share.</param>
/// <param name="System">Operating system and processor architecture.</param>
/// <param name="Runtime">The .NET runtime.</param>
/// <param name="Build">Release, or Debug, which is not to be published.</param>
/// <param name="Durability">How the database is made durable, of the server and of every baseline that stores.</param>
internal sealed record MachineConditions(int Cores, string System, string Runtime, string Build, string Durability)
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    /// <summary>Those of this process.</summary>
    public static MachineConditions Here() => new(
        Environment.ProcessorCount,
        $"{RuntimeInformation.RuntimeIdentifier}",
        RuntimeInformation.FrameworkDescription,
        Configuration,
        "SQLite, WAL, synchronous=FULL");

    /// <summary>One line for a page.</summary>
    public override string ToString() => $"{Cores} cores shared by client and server, {System}, {Runtime}, {Build}, {Durability}";
}
