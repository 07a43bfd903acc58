namespace AuditCore.Estimation;

/// <summary>How much crime of one offence group a force recorded.</summary>
/// <param name="Group">violence, sexual, other: the same names as in <see cref="GroupedStratum.Groups"/>.</param>
/// <param name="Volume">V_g: police-recorded crimes of the group in 12 months, fraud excluded; at least 0.</param>
public sealed record GroupVolume(string Group, long Volume);
