using CrimeAudit.V1;

namespace AuditCore.Recording;

/// <summary>Where an offence belongs.</summary>
/// <param name="Class">Slug of the Home Office class, <c>robbery</c>; <c>unknown</c> when there is no single one.</param>
/// <param name="Group">The group that inspections report on.</param>
public readonly record struct OffenceClassification(string Class, OffenceGroup Group);
