namespace AuditCli.Import.Tracking;

/// <summary>How far an import has come, as its progress file keeps it.</summary>
internal sealed record ImportProgress
{
    /// <summary>Which import it is: of another one nothing here holds.</summary>
    public required ImportIdentity Import { get; init; }

    /// <summary>Every row up to this one, from 1, is durable on the server or in the reject file.</summary>
    public long Rows { get; init; }

    /// <summary>The line on which that row begins.</summary>
    public long Line { get; init; }

    /// <summary>How many of those rows are in the reject file.</summary>
    public long RejectedRows { get; init; }

    /// <summary>Bytes of the reject file that tell of them; what stands behind was written and not settled.</summary>
    public long RejectsLength { get; init; }

    /// <summary>That was the last row.</summary>
    public bool Complete { get; init; }

    /// <summary>
    /// The last update that the server accepted, as bytes of the contract: a server that does not know it any more is
    /// another one, or was set back, and gets everything again. Null: none was accepted yet.
    /// </summary>
    public byte[]? LastAccepted { get; init; }
}
