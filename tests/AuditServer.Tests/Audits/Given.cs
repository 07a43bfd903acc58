using AuditCore.Reference;
using AuditCore.Sampling;
using AuditServer.Tests.Support;
using CrimeAudit.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Population = CrimeAudit.V1.Population;

namespace AuditServer.Tests.Audits;

/// <summary>What tests of audits begin with.</summary>
internal static class Given
{
    public const string LeadSecret = "lead-secret-0123456789abcdef";
    public const string ForceSecret = "force-secret-0123456789abcdef";

    public static readonly string Violence = CodeOf(AuditCore.Reference.OffenceGroup.Violence);
    public static readonly string Sexual = CodeOf(AuditCore.Reference.OffenceGroup.Sexual);
    public static readonly string Other = CodeOf(AuditCore.Reference.OffenceGroup.Other);

    private static readonly DateTimeOffset Noon = new(2017, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Reports with an opening code; references count from 1.</summary>
    public static IEnumerable<IncidentUpdate> Reports(int number, string openingCode, DateTimeOffset? reported = null) =>
        Enumerable.Range(1, number).Select(i => Report($"{openingCode}-{i}", openingCode, reported));

    public static IncidentUpdate Report(
        string reference,
        string openingCode,
        DateTimeOffset? reported = null,
        TimePrecision precision = TimePrecision.Instant,
        params string[] qualifiers)
    {
        var time = new EventTime { Time = Timestamp.FromDateTimeOffset(reported ?? Noon), Precision = precision };
        var opened = new Opened { ReportedTime = time, OpeningCode = openingCode };
        opened.Qualifiers.AddRange(qualifiers);
        IncidentUpdate update = Update("storm", reference, time);
        update.Opened = opened;
        return update;
    }

    public static IncidentUpdate DirectCrime(string reference, string code)
    {
        var time = new EventTime { Time = Timestamp.FromDateTimeOffset(Noon), Precision = TimePrecision.Instant };
        IncidentUpdate update = Update("niche", reference, time);
        update.CrimeRecorded = new CrimeRecorded { CrimeRef = reference, Offence = new Offence { Code = code }, Direct = true };
        return update;
    }

    /// <summary>A plan over 1 February to 31 July 2017 with a stratum for each opening code.</summary>
    public static AuditPlan Plan(SeedSource source, params (string Code, int Size)[] strata)
    {
        var plan = new AuditPlan { Force = FeatureServer.Force, WindowFrom = "2017-02-01", WindowTo = "2017-07-31", SeedSource = source };
        plan.ReviewPolicy = new ReviewPolicy { SecondReviewShare = 0, PassReviewShare = 0 };
        plan.Strata.AddRange(strata.Select(s =>
        {
            var stratum = new Stratum { Name = s.Code, Population = Population.Incidents, Filter = new StratumFilter { OpeningCodes = { s.Code } } };
            if (s.Size == 0)
            {
                stratum.Census = true;
            }
            else
            {
                stratum.SampleSize = s.Size;
            }

            return stratum;
        }));
        return plan;
    }

    public static CommitSeedRequest Commitment(string auditId, string requestId, string secret) =>
        new() { AuditId = auditId, RequestId = requestId, Commitment = ByteString.CopyFrom(Seed.Commitment(secret)) };

    public static CrimeDecision Decision(ReviewOutcome outcome, string? code = null, params string[] domains)
    {
        var decision = new CrimeDecision
        {
            Offence = new Offence { Code = code ?? Violence },
            Outcome = outcome,
            CrimeRef = outcome is < ReviewOutcome.NotRecorded or ReviewOutcome.MisclassifiedLate ? "C1" : "",
            RuleParagraph = outcome >= ReviewOutcome.WithinAnotherCrime ? "General Rules A" : "",
            Safeguarding = outcome == ReviewOutcome.NotRecorded ? Evidence.NotEvident : Evidence.Unspecified,
            Investigation = outcome == ReviewOutcome.NotRecorded ? Evidence.Evident : Evidence.Unspecified,
            WhyMissed = outcome == ReviewOutcome.NotRecorded ? WhyMissed.NotRecognised : WhyMissed.Unspecified,
        };
        decision.Domains.AddRange(domains);
        return decision;
    }

    public static Review Found(params IEnumerable<CrimeDecision> decisions)
    {
        var found = new CrimesFound();
        found.Decisions.AddRange(decisions);
        return found.Decisions.Count > 0 ? new Review { Crimes = found } : NoCrime();
    }

    public static Review NoCrime() => new() { NoCrime = new NoCrimeRequired { RuleParagraph = "General Rules A" } };

    private static IncidentUpdate Update(string system, string reference, EventTime time) => new()
    {
        Sender = new Sender { Force = FeatureServer.Force, SourceSystem = system, RequestId = $"open-{reference}" },
        Incident = new IncidentKey { SourceSystem = system, Ref = reference },
        EventTime = time,
    };

    private static string CodeOf(AuditCore.Reference.OffenceGroup group) => OffenceList.Published.Offences.First(o => o.Class.Group() == group).Code;
}
