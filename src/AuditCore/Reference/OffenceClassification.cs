namespace AuditCore.Reference;

/// <summary>What a Home Office code stands for.</summary>
/// <param name="Code">The code asked for.</param>
/// <param name="IsListed">Whether the offence list has the code.</param>
/// <param name="Class">Its class; <see cref="OffenceClass.Unknown"/> when it is not listed.</param>
/// <param name="SubClass">Its sub class; null when the list gives none.</param>
public sealed record OffenceClassification(string Code, bool IsListed, OffenceClass Class, string? SubClass)
{
    /// <summary>The group that inspections report it in; <see cref="OffenceGroup.Unknown"/> for fraud and for codes not listed.</summary>
    public OffenceGroup Group => Class.Group();

    /// <summary>Whether it is rape, by sub class.</summary>
    public bool IsRape => SubClass == OffenceSubClasses.Rape;
}
