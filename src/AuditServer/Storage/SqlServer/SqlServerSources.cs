namespace AuditServer.Storage.SqlServer;

/// <summary>
/// The ids of sending systems, which never change once they are committed: each is asked for once. Ids given in a turn are kept
/// apart until it is committed.
/// </summary>
internal sealed class SqlServerSources
{
    private readonly Dictionary<(string Force, string SourceSystem), long> known = [];
    private readonly HashSet<(string Force, string SourceSystem)> given = [];

    /// <summary>The id of a sending system that <see cref="FindAsync"/> or <see cref="EnsureAsync"/> has met; null when the log never heard of it.</summary>
    public long? this[string force, string sourceSystem] => known.TryGetValue((force, sourceSystem), out long id) ? id : null;

    /// <summary>Finds those of these sending systems that the log has heard of.</summary>
    public async ValueTask FindAsync(
        SqlServerSession session, IEnumerable<(string Force, string SourceSystem)> names, CancellationToken cancel)
    {
        (string, string)[] unknown = [.. names.Distinct().Where(n => !known.ContainsKey(n))];
        if (unknown.Length == 0)
        {
            return;
        }

        foreach (SourceId source in await session.ReadAsync<SourceId>(Statements.FindSources.With(TableTypes.SourceNames.Rows(unknown)), cancel))
        {
            known[(source.Force, source.SourceSystem)] = source.Id;
        }
    }

    /// <summary>Sees to it that each of these sending systems has an id, given now if it has none.</summary>
    public async ValueTask EnsureAsync(
        SqlServerSession session, IReadOnlyCollection<(string Force, string SourceSystem)> names, CancellationToken cancel)
    {
        await FindAsync(session, names, cancel);
        (string, string)[] missing = [.. names.Distinct().Where(n => !known.ContainsKey(n))];
        if (missing.Length == 0)
        {
            return;
        }

        await session.RunAsync(Statements.AddSources.With(TableTypes.SourceNames.Rows(missing)), cancel);
        given.UnionWith(missing);
        await FindAsync(session, missing, cancel);
    }

    /// <summary>The turn was committed: what it gave stays.</summary>
    public void Keep() => given.Clear();

    /// <summary>The turn was undone, or nobody knows: what it gave is forgotten.</summary>
    public void Forget()
    {
        foreach ((string, string) name in given)
        {
            known.Remove(name);
        }

        given.Clear();
    }

    private sealed class SourceId
    {
        public long Id { get; init; }

        public string Force { get; init; } = "";

        public string SourceSystem { get; init; } = "";
    }
}
