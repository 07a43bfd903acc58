namespace AuditServer.Sequencing;

/// <summary>
/// Work of a turn that another core does while the turn's own thread writes rows. A turn has one connection, so what it writes is written
/// one after the other; what is computed for it, and what is looked up as it stood before, need not be.
/// </summary>
internal static class Alongside
{
    // Below this, handing the work over costs more than the work.
    private const int Few = 16;

    /// <summary>Whether there is enough to do that handing it over pays.</summary>
    /// <param name="items">How much there is to do: entries, incidents, or look-ups.</param>
    public static bool Pays(int items) => items >= Few;

    /// <summary>Runs work on another thread when it is worth it. The work must touch nothing that the turn's thread touches meanwhile.</summary>
    /// <param name="items">How much there is to do.</param>
    /// <param name="work">Computes; does not wait.</param>
    public static Task<T> RunAsync<T>(int items, Func<T> work) => Pays(items) ? Task.Run(work) : Task.FromResult(work());
}
