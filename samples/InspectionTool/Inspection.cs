using System.Globalization;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace InspectionTool;

/// <summary>One audit, from its plan to its estimate. Every step has a request id of its own: run again, it does nothing twice.</summary>
internal sealed class Inspection(string id, CrimeAuditClient lead, CrimeAuditClient auditor, TextWriter output)
{
    private const int SampleSize = 50;

    /// <summary>Plans, and freezes the frame: from here on the force cannot change what is judged.</summary>
    public async Task FreezeAsync(string force, string from, string to)
    {
        await lead.Audits.CreateAsync(id, new AuditPlan
        {
            Force = force,
            WindowFrom = from,
            WindowTo = to,
            Strata = { new Stratum { Name = "all", Population = Population.Incidents, SampleSize = SampleSize } },
            SeedSource = SeedSource.Witnessed,
            ReviewPolicy = new ReviewPolicy { SecondReviewShare = 0, PassReviewShare = 0 }, // One auditor has nobody for second reviews.
        });
        Audit frozen = (await lead.Audits.FreezeFrameAsync(id, "freeze")).Audit;
        await output.WriteLineAsync($"{frozen.Frame.Units} reports frozen as of entry {frozen.Frame.TreeSize}; now throw the dice");
    }

    /// <summary>Draws with the seed that witnesses saw, gives the sample to the auditor, and lists what there is to review.</summary>
    public async Task DrawAsync(string seed, string auditorSubject)
    {
        await lead.Audits.RevealSeedAsync(id, "seed", seed, "dice thrown before the board");
        await lead.Audits.DrawSampleAsync(id, "draw");
        await lead.Audits.AssignReviewsAsync(id, "assign", [new Reviewer { Subject = auditorSubject }]);
        await foreach (SampleItem item in auditor.Audits.ListSampleItemsAsync(id))
        {
            await output.WriteLineAsync(item.UnitId);
        }
    }

    /// <summary>Takes reviews from a file, and tells the rate that they give.</summary>
    public async Task EstimateAsync(string reviewsFile)
    {
        foreach (string[] columns in (await File.ReadAllLinesAsync(reviewsFile)).Select(line => line.Split(',')))
        {
            await auditor.Audits.SubmitReviewAsync(id, $"review-{columns[0]}", columns[0], ReviewOf(columns));
        }

        EstimateRecordingRateResponse rate = await lead.Rates.EstimateRecordingRateAsync(id);
        await output.WriteLineAsync(
            $"recorded {Text(rate.Recorded)}, correctly {Text(rate.RecordedCorrectly)}; {rate.PendingReviews} reviews to come");
    }

    // unit id, offence code, outcome as ReviewOutcome names it, crime record; an empty offence: no crime was required.
    private static Review ReviewOf(string[] columns) => columns[1].Length == 0
        ? new Review { NoCrime = new NoCrimeRequired { RuleParagraph = "General Rules A" } }
        : new Review { Crimes = new CrimesFound { Decisions = { DecisionOf(columns) } } };

    private static CrimeDecision DecisionOf(string[] columns)
    {
        var decision = new CrimeDecision
        {
            Offence = new Offence { Code = columns[1] },
            Outcome = Enum.Parse<ReviewOutcome>(columns[2]),
            CrimeRef = columns[3],
        };
        if (decision.Outcome == ReviewOutcome.NotRecorded)
        {
            // What was done for the victim all the same, and why it was missed: a file with these columns says more.
            decision.Safeguarding = decision.Investigation = Evidence.NotEvident;
            decision.WhyMissed = WhyMissed.NoClearEvidence;
        }

        return decision;
    }

    private static string Text(RatioEstimate estimate)
    {
        Interval? interval = estimate.Exact ?? estimate.KornGraubard;
        string counts = $"{estimate.NumeratorInSample} of {estimate.DenominatorInSample}";
        return interval is null
            ? counts
            : string.Create(CultureInfo.InvariantCulture, $"{counts} ({interval.Lower:0.000} to {interval.Upper:0.000})");
    }
}
