namespace AuditCore.Reference;

/// <summary>A code for a reported incident that is not recorded as a crime, such as 100/01 for rape (N100). Texts are as published.</summary>
/// <param name="Code">Home Office code, <c>ddd/dd</c>.</param>
/// <param name="Class">Its class: N100 (rape), N200 (modern slavery), N300 (sudden or unexpected death).</param>
/// <param name="Category">The incident category.</param>
/// <param name="Description">The incident.</param>
/// <param name="YearAdded">Year in which the code came into the list.</param>
/// <param name="YearDeleted">Year in which it left; null while it is in use.</param>
/// <param name="Remark">Text of the column without a title; null where blank.</param>
public sealed record ReportedIncidentCode(
    string Code, string Class, string Category, string Description, int YearAdded, int? YearDeleted, string? Remark)
{
    /// <summary>
    /// Whether the code could be used on a date. The list states years only, so the whole year of addition and the whole year of deletion count:
    /// a record that was right on its day is never refused.
    /// </summary>
    /// <param name="date">The date.</param>
    /// <returns>Whether the year of the date is from <see cref="YearAdded"/> to <see cref="YearDeleted"/>.</returns>
    public bool IsEffectiveOn(DateOnly date) => date.Year >= YearAdded && date.Year <= (YearDeleted ?? int.MaxValue);
}
