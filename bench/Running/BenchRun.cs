using Bench.Serving;

namespace Bench.Running;

/// <summary>What one start of the program shares among the groups that it runs.</summary>
/// <param name="quick">Small sizes and two repeats: shows that everything works, and is not to be published.</param>
/// <param name="rounds">Repeats of what is measured by turns; null: five, or two when quick.</param>
/// <param name="data">Where grown logs are kept from one start to the next; null: nowhere.</param>
internal sealed class BenchRun(bool quick, int? rounds, string? data) : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    /// <summary>Whether sizes are small.</summary>
    public bool Quick => quick;

    /// <summary>Repeats of what is measured by turns.</summary>
    public int Rounds => rounds ?? Size(5, 2);

    /// <summary>Repeats of what takes minutes each: three at most.</summary>
    public int FewRounds => quick ? 1 : Math.Min(Rounds, 3);

    /// <summary>Folder of grown logs.</summary>
    public string Data => data ?? temporary.Path;

    /// <summary>A size, as this run wants it.</summary>
    public int Size(int full, int small) => quick ? small : full;

    /// <summary>Deletes what was not to be kept.</summary>
    public void Dispose() => temporary.Dispose();
}
