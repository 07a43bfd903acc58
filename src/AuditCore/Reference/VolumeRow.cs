namespace AuditCore.Reference;

/// <summary>Crimes that a force recorded in the 12 months to a date, in one offence category.</summary>
/// <param name="Force">Slug of the force.</param>
/// <param name="PeriodEnd">Last day of the 12 months; the last day of a month.</param>
/// <param name="Category">Offence category, one of <see cref="PublishedCategories"/> with a single group, or of fraud (which is left out).</param>
/// <param name="Count">Number of crimes. Negative figures are corrections of the publisher and are kept.</param>
/// <param name="Line">Line of the file that it came from; null when it came from none.</param>
public sealed record VolumeRow(string Force, DateOnly PeriodEnd, string Category, long Count, int? Line = null);
