namespace Bench.Running;

/// <summary>Says how far a run is, on the error stream, so that results can be piped.</summary>
internal static class Progress
{
    /// <summary>Writes a line with the time of day.</summary>
    public static void Say(string line) => Console.Error.WriteLine($"{TimeProvider.System.GetLocalNow():HH:mm:ss} {line}");
}
