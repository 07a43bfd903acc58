namespace AuditCli.Import.Maps;

/// <summary>What the columns of a CSV mean.</summary>
/// <param name="Digest">SHA-256 of the map's text, to know the map again.</param>
/// <param name="SourceSystem">The system that tells.</param>
/// <param name="Updates">What a row can make, in this order.</param>
/// <param name="Columns">The columns named.</param>
internal sealed record ImportMap(string Digest, string SourceSystem, IReadOnlyList<UpdateMap> Updates, MapColumns Columns)
{
    /// <summary>Whose rows they are; null: the map does not say, the command line must.</summary>
    public ForceMap? Force { get; init; }

    public bool UsesRowHash => Updates.Any(update => update.Identity.IsRowHash);
}
