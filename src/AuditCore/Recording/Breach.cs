using AuditCore.Recording.Rules;

namespace AuditCore.Recording;

/// <summary>A rule that an incident's records break.</summary>
/// <param name="Rule">The rule: what it demands, where it is written, how much it weighs and what puts a breach right.</param>
/// <param name="Version">Name of the version in force when the report was made.</param>
/// <param name="AllegedRef">The alleged or presumed crime concerned, or empty.</param>
/// <param name="CrimeRef">The crime record concerned, or empty.</param>
public sealed record Breach(RecordingRule Rule, string Version, string AllegedRef, string CrimeRef);
