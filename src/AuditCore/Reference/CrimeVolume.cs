namespace AuditCore.Reference;

/// <summary>Crimes recorded in 12 months, fraud excluded. Fractions come from interpolation.</summary>
/// <param name="Violence">Violence against the person.</param>
/// <param name="Sexual">Sexual offences.</param>
/// <param name="Other">All others.</param>
/// <param name="Total">All three, interpolated as one figure so that it is exact to the last digit.</param>
public sealed record CrimeVolume(double Violence, double Sexual, double Other, double Total)
{
    /// <summary>The volume of one group.</summary>
    /// <param name="group">Violence, sexual or other.</param>
    /// <returns>Crimes in 12 months.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The group is <see cref="OffenceGroup.Unknown"/>: it has no volume.</exception>
    public double Of(OffenceGroup group) => group switch
    {
        OffenceGroup.Violence => Violence,
        OffenceGroup.Sexual => Sexual,
        OffenceGroup.Other => Other,
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "only violence, sexual and other offences have a volume"),
    };
}
