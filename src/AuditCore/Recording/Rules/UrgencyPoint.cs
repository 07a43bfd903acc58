using AuditCore.Reference;
using CrimeAudit.V1;

namespace AuditCore.Recording.Rules;

/// <summary>Points of urgency, and what gives them: exactly one of an offence, a qualifier, and a kind of reporter.</summary>
/// <param name="Points">How many.</param>
/// <param name="Offence">Sub class or class of the offence in words; null when it is not that.</param>
/// <param name="Qualifier">The qualifier; null when it is none.</param>
/// <param name="ReporterKind">Who reports; null when it is not that.</param>
public readonly record struct UrgencyPoint(int Points, string? Offence = null, string? Qualifier = null, ReporterKind? ReporterKind = null);
