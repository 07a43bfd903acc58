using AuditCore.Estimation;
using AuditCore.Recording;
using AuditCore.Reference;
using AuditServer.Audits.Reviews;
using AuditServer.Ledger;
using AuditServer.Reference;
using AuditServer.Security;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Options;

namespace AuditServer.Rates;

/// <summary>What goes with required crimes that an audit found not recorded.</summary>
internal sealed class AuditShortfalls(
    AuditDesigns designs, FrozenRecords records, IRecordingReference reference, IOptions<RateOptions> settings, TimeProvider clock)
{
    private const int MostRecords = 5_000;
    private const int RecordsAtOnce = 4;

    /// <param name="request">The question.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="permit">Throws unless the caller may ask about an audit of a force.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="Errors.Fault">INVALID_FIELDS, UNKNOWN_AUDIT, AUDIT_STATE, FORCE_NOT_PERMITTED.</exception>
    public async Task<ExplainShortfallResponse> ExplainAsync(
        ExplainShortfallRequest request, Caller caller, Action<string> permit, CancellationToken cancel)
    {
        var question = ShortfallQuestion.Read(request, settings.Value.LowCountBelow);
        AuditDesign design = (await designs.ReadWholeAsync(request.AuditId, caller, permit, cancel)).OfReports();
        JudgedReport[] reports =
        [
            .. design.Strata.SelectMany(s => s.Items.Select(i => JudgedReport.Of(s.Name, i, question, reference))).Where(r => r.Crimes.Count > 0),
        ];
        bool readable = reports.Length <= MostRecords;
        var tables = new AuditShortfallTables();
        if (readable)
        {
            await ReadRecordsAsync(design.Audit.Document, reports, cancel);
        }

        foreach (JudgedReport report in reports)
        {
            tables.Add(report);
        }

        ExplainShortfallResponse response = ShortfallMessages.Of(tables.Whole, [.. tables.Levels(question.MostLevels)], question.Options);
        response.WhyMissed.AddRange(tables.WhyMissed());
        response.LeftOut.AddRange(readable ? [] : AuditShortfallTables.OfRecords);
        response.Delays = readable ? DelaysOf(design, reports, question.Options) : null;
        response.Method =
            $"Required crimes of the reports reviewed, counted without weights; outcomes by {ReviewOutcomes.Version}; {ShortfallMessages.Method}";
        response.Interim = design.Unsettled > 0;
        response.AsOf = design.Head.ToAsOf(clock.GetUtcNow());
        return response;
    }

    private static RecordingDelays DelaysOf(AuditDesign design, JudgedReport[] reports, EstimationOptions options)
    {
        var delays = new AuditDelays();
        foreach (JudgedReport report in reports)
        {
            delays.Add(report);
        }

        return delays.ToMessage(design, options);
    }

    private Task ReadRecordsAsync(Audit audit, JudgedReport[] reports, CancellationToken cancel) => Parallel.ForEachAsync(
        reports,
        new ParallelOptions { MaxDegreeOfParallelism = RecordsAtOnce, CancellationToken = cancel },
        async (report, token) => report.Record = await records.StateAsync(audit, report.UnitId, token));
}
