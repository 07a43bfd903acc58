using AuditCore.Recording.Rules;

namespace AuditCore.Recording;

/// <summary>A crime that was not recorded for a reason that is no failure of the force.</summary>
/// <param name="Rule">The reason, and where it is written.</param>
/// <param name="Version">Name of the version in force when the report was made.</param>
/// <param name="AllegedRef">The alleged or presumed crime concerned.</param>
public sealed record Exclusion(ExclusionRule Rule, string Version, string AllegedRef);
