using System.Collections.Frozen;
using AuditCore.Reference;
using CrimeAudit.V1;

namespace AuditCore.Recording.Rules;

/// <summary>
/// What makes a report likely to tell of a crime that the force did not allege. A presumption is this product's, not the
/// Home Office's: it asks for an answer (a crime record, an N-code or a recorded reason), not for a crime.
/// </summary>
public sealed record Presumption
{
    /// <summary>Beginning of the references of presumed crimes; no force may use it for an alleged one.</summary>
    public const string RefPrefix = "presumed:";

    /// <summary>Name: <c>honour-based-abuse</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it presumes, in a sentence.</summary>
    public required string Title { get; init; }

    /// <summary>The crime presumed, under its stable reference <c>presumed:ID</c>. Shared: never to be changed.</summary>
    public required AllegedCrime Crime { get; init; }

    /// <summary>Class of the offence presumed.</summary>
    public required OffenceClass Class { get; init; }

    /// <summary>Signs, any of which is enough.</summary>
    public required IReadOnlyList<PresumptionCondition> When { get; init; }

    /// <summary>Which crimes answer it.</summary>
    public required PresumptionAnswer AnsweredBy { get; init; }

    /// <summary>Offence codes that answer it, for <see cref="PresumptionAnswer.ListedOffences"/>.</summary>
    public FrozenSet<string> AnsweringOffences { get; init; } = [];

    /// <summary>The text that it rests on.</summary>
    public Citation Citation { get; init; } = Citation.None;

    /// <summary>Whether a crime of this offence answers it, or stands for it when alleged.</summary>
    /// <param name="offence">Offence recorded or alleged.</param>
    /// <param name="offenceClass">Its class.</param>
    public bool IsAnsweredBy(Offence offence, OffenceClass offenceClass) => AnsweredBy switch
    {
        PresumptionAnswer.AnyCrime => true,
        PresumptionAnswer.SameGroup => offenceClass.Group() == Class.Group(),
        _ => AnsweringOffences.Contains(offence.Code),
    };
}
