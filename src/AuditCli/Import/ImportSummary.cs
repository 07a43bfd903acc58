namespace AuditCli.Import;

/// <summary>What an import did.</summary>
/// <param name="File">The input.</param>
/// <param name="RowsRead">Rows of the file, those settled earlier included.</param>
/// <param name="RowsSettledEarlier">Rows that an earlier run had settled, and this one did not send.</param>
/// <param name="UpdatesAccepted">Updates the server accepted in this run, replays included.</param>
/// <param name="UpdatesReplayed">Those of them that the log held already.</param>
/// <param name="UpdatesRefused">Updates the server refused in this run.</param>
/// <param name="RowsRejected">Rows in the reject file, those of earlier runs included.</param>
/// <param name="Rejects">The reject file; null: there is none.</param>
/// <param name="Seconds">How long this run took.</param>
/// <param name="RowsPerSecond">Rows of this run a second.</param>
internal sealed record ImportSummary(
    string File,
    long RowsRead,
    long RowsSettledEarlier,
    long UpdatesAccepted,
    long UpdatesReplayed,
    long UpdatesRefused,
    long RowsRejected,
    string? Rejects,
    double Seconds,
    double RowsPerSecond)
{
    /// <summary>An earlier run had done it all.</summary>
    public bool WasComplete => RowsRead == RowsSettledEarlier;
}
