namespace AuditCore.Estimation;

/// <summary>A level of a factor, such as the channel "online", against the rest of the same crimes, class by class.</summary>
/// <param name="Factor">Name of the factor.</param>
/// <param name="Level">The level.</param>
/// <param name="Tables">One table an offence class; a single one where the factor is the offence class itself.</param>
public sealed record LevelCounts(string Factor, string Level, IReadOnlyList<FourfoldTable> Tables);
