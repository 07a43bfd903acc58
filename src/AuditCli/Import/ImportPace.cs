namespace AuditCli.Import;

/// <summary>How far a running import is.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="Fraction">How much of the file that is, 0 to 1.</param>
internal readonly record struct ImportPace(long Rows, double Fraction);
