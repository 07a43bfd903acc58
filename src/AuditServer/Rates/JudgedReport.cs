using AuditCore.Estimation;
using AuditCore.Recording;
using AuditCore.Reference;
using AuditServer.Reference;
using CrimeAudit.V1;

namespace AuditServer.Rates;

/// <summary>A reviewed report with the crimes that it required.</summary>
internal sealed class JudgedReport(string stratum, string unitId, IReadOnlyList<JudgedCrime> crimes)
{
    public string Stratum => stratum;

    public string UnitId => unitId;

    /// <summary>Those of the classes asked about.</summary>
    public IReadOnlyList<JudgedCrime> Crimes => crimes;

    /// <summary>The force's record as of the freeze; null where it is not read.</summary>
    public IncidentState? Record { get; set; }

    public static JudgedReport Of(string stratum, DesignItem item, ShortfallQuestion question, IRecordingReference reference) => new(
        stratum,
        item.UnitId,
        item.Review.FindingCase != Review.FindingOneofCase.Crimes ? [] :
        [
            .. item.Review.Crimes.Decisions
                .Select(d => JudgedCrime.Of(d, question.Basis, reference))
                .Where(c => c.IsRequired && OffenceClassFilter.Wants(question.Classes, c.Class)),
        ]);
}

/// <summary>A crime that a review decided about.</summary>
internal sealed record JudgedCrime(OffenceClass Class, bool IsRequired, bool IsShort, IReadOnlyList<string> Domains, WhyMissed WhyMissed)
{
    /// <summary>It was recorded, in whatever class and whenever.</summary>
    public bool IsRecorded { get; private init; }

    /// <summary>The crime record that the review names; empty where it names none.</summary>
    public string CrimeRef { get; private init; } = "";

    public static JudgedCrime Of(CrimeDecision decision, ShortfallBasis basis, IRecordingReference reference)
    {
        ReviewCounts counts = ReviewOutcomes.Of(decision.Outcome);
        ReportCounts asked = basis == ShortfallBasis.NotCorrectly ? counts.Correctly : counts.AtAll;
        return new JudgedCrime(
            reference.Classify(decision.Offence), asked.Denominator > 0, asked.Numerator < asked.Denominator, decision.Domains, decision.WhyMissed)
        {
            IsRecorded = counts.Recorded > 0,
            CrimeRef = decision.CrimeRef,
        };
    }
}
