using System.Globalization;
using AuditCore.Recording;
using AuditCore.Reference;

namespace AuditServer.Reference;

/// <summary>Reference data in the contract's words.</summary>
internal static class ReferenceMessages
{
    public static CrimeAudit.V1.NotifiableOffence ToMessage(NotifiableOffence offence) => new()
    {
        Code = offence.Code,
        Offence = offence.Description,
        Category = offence.Category ?? "",
        OffenceClass = offence.Class.Slug(),
        SubClass = offence.SubClass ?? "",
        OffenceGroup = offence.Class.Group().ToMessage(),
        EffectiveFrom = Day(offence.Commencement.First),
        EffectiveTo = Day(offence.Cessation.Last),
    };

    public static CrimeAudit.V1.ReportedIncidentCode ToMessage(ReportedIncidentCode code) => new()
    {
        Code = code.Code,
        IncidentClass = code.Class,
        Incident = code.Description,
        YearAdded = code.YearAdded,
        YearDeleted = code.YearDeleted ?? 0,
    };

    public static CrimeAudit.V1.PublishedResult ToMessage(PublishedResult result)
    {
        var message = new CrimeAudit.V1.PublishedResult
        {
            Force = result.Force,
            Programme = result.Programme,
            WindowFrom = Day(result.AuditStart),
            WindowTo = Day(result.AuditEnd),
            Published = result.Published.Text,
            Grade = result.OverallGrade?.Name ?? "",
            Source = result.Source,
        };
        SetFigures(message, result);
        return message;
    }

    /// <summary>A figure that was not published stays absent; setting an optional field would make it a zero.</summary>
    private static void SetFigures(CrimeAudit.V1.PublishedResult message, PublishedResult result)
    {
        if (result.OverallRate is { } overall) message.OverallRate = overall;
        if (result.OverallHalfWidth is { } overallHalfWidth) message.OverallHalfWidth = overallHalfWidth;
        if (result.UnrecordedPerYear is { } notRecorded) message.NotRecordedPerYear = notRecorded;
        if (result.ViolenceRate is { } violence) message.ViolenceRate = violence;
        if (result.ViolenceHalfWidth is { } violenceHalfWidth) message.ViolenceHalfWidth = violenceHalfWidth;
        if (result.SexualRate is { } sexual) message.SexualRate = sexual;
        if (result.ReportsAudited is { } reports) message.ReportsAudited = reports;
    }

    internal static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
