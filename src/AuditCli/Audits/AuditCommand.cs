using AuditCli.Audits.Reading;
using AuditCli.Audits.Steps;
using AuditCli.Support;

namespace AuditCli.Audits;

/// <summary>The group of verbs for inspections.</summary>
internal static class AuditCommand
{
    private const string Guide =
        """
        The course: create, commit (lead and force), freeze, reveal (lead and force), draw, assign, review, respond, reconsider, arbitrate,
        finalize; then export, csv and report. With a witnessed seed there is nothing to commit to. Each step is taken once for its
        request id, which follows from what is asked: the same command again is the same step, so a script can be run again.
        """;

    public static Verb Create(Func<Stream> standardInput)
    {
        var audit = new Verb("audit", "Inspections: plan, draw, review, estimate, publish", Guide);
        foreach (Verb step in AuditStepVerbs.All(standardInput).Concat(ItemStepVerbs.All(standardInput)))
        {
            audit.Add(step);
        }

        audit.Add(new AuditSizeCommand(standardInput));
        audit.Add(new AuditShowCommand());
        audit.Add(new AuditListCommand());
        audit.Add(new AuditItemsCommand());
        audit.Add(new AuditWatchCommand());
        audit.Add(new AuditEstimateCommand());
        audit.Add(new AuditClassificationCommand());
        audit.Add(new AuditQualityCommand());
        audit.Add(new AuditCsvCommand());
        audit.Add(new AuditReportCommand());
        audit.Add(new AuditExportCommand());
        return audit;
    }
}
