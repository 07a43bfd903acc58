namespace AuditCore.Reference;

/// <summary>
/// One row of the Home Office notifiable offence list. Codes are not unique: several offences share one (193 rows are 099/99).
/// Runs of white space in texts are one space; otherwise texts are as published, misspellings included.
/// </summary>
public sealed record NotifiableOffence
{
    /// <summary>Line of the file on which the row begins, from 1: what tells rows of one code apart.</summary>
    public required int Line { get; init; }

    /// <summary>Home Office code, <c>ddd/dd</c>.</summary>
    public required string Code { get; init; }

    /// <summary>How it can be tried.</summary>
    public required OffenceMode Mode { get; init; }

    /// <summary>Maximum sentence as published: years ("14"), months ("6m"), "51 weeks", "Life", "fine", or "?".</summary>
    public required string MaximumSentence { get; init; }

    /// <summary>Whom it is against.</summary>
    public required OffenceAgainst Against { get; init; }

    /// <summary>Class; never <see cref="OffenceClass.Unknown"/>.</summary>
    public required OffenceClass Class { get; init; }

    /// <summary>Sub class in one spelling; null where the list gives none (it is not filled in from other rows).</summary>
    public required string? SubClass { get; init; }

    /// <summary>Offence category: "19C Rape of a Female aged 16 and over"; null where blank.</summary>
    public required string? Category { get; init; }

    /// <summary>The offence.</summary>
    public required string Description { get; init; }

    /// <summary>Act that makes it an offence.</summary>
    public required string Act { get; init; }

    /// <summary>Section of the act; null where blank.</summary>
    public required string? Section { get; init; }

    /// <summary>Whether the list marks it as current.</summary>
    public required bool IsCurrent { get; init; }

    /// <summary>When the list was changed for this row. Not when the law changed.</summary>
    public required StatedDate ListChanged { get; init; }

    /// <summary>When the offence commenced.</summary>
    public required StatedDate Commencement { get; init; }

    /// <summary>When the offence ceased; the day stated is taken as the last day in force.</summary>
    public required StatedDate Cessation { get; init; }

    /// <summary>Comments of the publisher, joined by "; "; null where there are none.</summary>
    public required string? Comment { get; init; }

    /// <summary>Whether the sub class is rape.</summary>
    public bool IsRape => SubClass == OffenceSubClasses.Rape;

    /// <summary>
    /// Whether the offence was in force on a date, as far as the list says. No commencement date means "since before the list".
    /// <see cref="OffenceStatus.NotStated"/> when the commencement is to be confirmed; when a row that is not current gives no certain
    /// cessation; when a current row gives a cessation that has passed; when the commencement is later than the cessation;
    /// and on the days inside a month that is all that is stated.
    /// </summary>
    /// <param name="date">The date, in England and Wales.</param>
    /// <returns>The status.</returns>
    public OffenceStatus StatusOn(DateOnly date)
    {
        if (date > Cessation.Last) return IsCurrent ? OffenceStatus.NotStated : OffenceStatus.Ceased;
        if (Commencement.Precision == StatedDatePrecision.Uncertain || Commencement.First > Cessation.Last) return OffenceStatus.NotStated;
        if (date < Commencement.First) return OffenceStatus.NotYet;
        bool isEndStated = Cessation.First is not null || (IsCurrent && Cessation.Precision == StatedDatePrecision.NotStated);
        bool isInsideStatedMonth = date < Commencement.Last || (date >= Cessation.First && date < Cessation.Last);
        return isEndStated && !isInsideStatedMonth ? OffenceStatus.InForce : OffenceStatus.NotStated;
    }
}
