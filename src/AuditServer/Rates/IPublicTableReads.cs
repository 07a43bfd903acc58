namespace AuditServer.Rates;

/// <summary>What reading public tables needs of an engine.</summary>
internal interface IPublicTableReads
{
    /// <summary>The public table of a force; null when none was ever made.</summary>
    ValueTask<StoredPublicTable?> FindAsync(string force, CancellationToken cancel);
}

/// <summary>A public table as it is stored.</summary>
internal sealed record StoredPublicTable
{
    /// <summary>Its day, as year × 10,000 + month × 100 + day.</summary>
    public long Day { get; init; }

    /// <summary>The answer.</summary>
    public byte[] Document { get; init; } = [];
}
