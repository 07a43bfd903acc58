namespace AuditServer.Hosting.Settings;

/// <summary>A setting as a server would have it.</summary>
/// <param name="Name">The whole name, <c>CrimeAudit:Storage:Path</c>.</param>
/// <param name="Value">The value, masked where it is a secret; empty where there is none.</param>
/// <param name="Source">What said so: <c>command line</c>, <c>environment</c>, a file, or <c>default</c>.</param>
/// <param name="IsKnown">Whether the server has such a setting.</param>
internal sealed record EffectiveSetting(string Name, string Value, string Source, bool IsKnown = true);
