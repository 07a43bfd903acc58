using AuditCore.Recording;
using CrimeAudit.V1;

namespace AuditServer.Rates;

/// <summary>The live counts that a question needs: what questions have in common that are answered from the same ones.</summary>
/// <param name="Force">Slug of the force.</param>
/// <param name="Months">Over which months.</param>
/// <param name="Dimension">The further dimension; null where cells suffice.</param>
/// <param name="ByMonth">Cells are told by month, too, and not only by class.</param>
internal sealed record CountsAsked(string Force, MonthRange Months, RollupDimension? Dimension, bool ByMonth)
{
    public static CountsAsked Of(AccountedForQuestion question) =>
        new(question.Force, question.Months, question.Dimension, question.Breakdown == Breakdown.Month);
}
