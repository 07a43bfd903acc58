namespace AuditCore.Estimation;

/// <summary>One offence group's part in a force-wide rate.</summary>
internal sealed class GroupShare(GroupVolume volume, Fraction required, Fraction recorded)
{
    public string Group => volume.Group;

    /// <summary>V_g.</summary>
    public Fraction Volume => volume.Volume;

    public bool IsRequired => !required.IsZero;

    /// <summary>p_g.</summary>
    public Fraction Rate => recorded / required;

    /// <summary>Coefficients of this group's x and y in the force-wide linearised value: ∓ scale · V_g / p_g² / X̂_g, x with p_g more.</summary>
    public IEnumerable<Fraction> Linearised(Fraction scale)
    {
        Fraction perNumerator = scale * Volume / (Rate * Rate) / required;
        return [-(perNumerator * Rate), perNumerator];
    }
}
