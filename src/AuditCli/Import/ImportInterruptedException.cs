namespace AuditCli.Import;

/// <summary>The import was interrupted in good order: what it had settled is kept.</summary>
internal sealed class ImportInterruptedException(long line, OperationCanceledException inner)
    : Exception($"Interrupted. Everything up to the row on line {line} is settled; the same command goes on from there.", inner);
