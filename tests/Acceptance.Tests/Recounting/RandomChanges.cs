using Acceptance.Tests.Support;
using CrimeAudit.V1;

namespace Acceptance.Tests.Recounting;

/// <summary>What a force may say of an incident, sense or not.</summary>
internal sealed class RandomChanges(int seed)
{
    /// <summary>How many kinds there are, with their weights.</summary>
    public const int Kinds = 40;

    private static readonly Offence[] Offences =
    [
        .. new[] { Codes.Violence, Codes.Sexual, Codes.AdultRape, Codes.Robbery, Codes.Burglary, Codes.Theft, "036/06", "011/03", "008/21" }
            .Select(c => new Offence { Code = c }),
        .. new[] { "Violence and sexual offences", "Sexual offences", "Violence without injury", "Burglary", "unheard of" }
            .Select(c => new Offence { Category = c }),
    ];

    private static readonly string[] OpeningCodes =
    [
        "", "", "Domestic Incident", "rape", "ROBBERY", "burglary", "animals", "modern-slavery", "Concern for Safety",
        "noise", "child_abuse",
    ];

    private static readonly string[] Qualifiers =
        ["domestic-abuse", "vulnerable", "child-at-risk", "injury", "forced-marriage", "repeat", "rape"];

    private static readonly string[] AllegedRefs =
        ["a1", "a1", "a2", "a2", "a3", "a3", "never-alleged", "presumed:domestic-abuse", "presumed:rape", "presumed:child-at-risk"];

    private static readonly string[] ReportedIncidents = ["100/01", "100/01", "100/02", "100/03", "200/01"];

    private readonly Random random = new(seed);

    /// <summary>Sets the change.</summary>
    /// <param name="update">Its update, whole but for it.</param>
    /// <param name="reported">When the incident was reported.</param>
    /// <param name="kind">From 0 to <see cref="Kinds"/>: which change, some having more numbers than others; 0 the report.</param>
    /// <param name="before">What was told of the incident before.</param>
    public void Set(IncidentUpdate update, EventTime reported, int kind, List<IncidentUpdate> before)
    {
        switch (kind)
        {
            case <= 1:
                update.Opened = Opened(reported);
                break;
            case <= 3:
                update.Recoded = new Recoded { OpeningCode = OpeningCodes[random.Next(2, OpeningCodes.Length)] };
                break;
            case <= 5:
                update.QualifiersChanged = new QualifiersChanged { Qualifiers = { SomeQualifiers() } };
                break;
            case <= 8:
                update.Closed = new Closed { ClosingCode = random.Next(2) == 0 ? "resolved" : "no-crime" };
                break;
            case <= 10:
                update.Reopened = new Reopened();
                break;
            case <= 13:
                update.Withdrawn = new Withdrawn { RequestId = SomeRequest(update, before), ReasonCode = "wrong-log" };
                break;
            default:
                ChangeOfCrime(update, kind);
                break;
        }
    }

    private void ChangeOfCrime(IncidentUpdate update, int kind)
    {
        string crime = $"{update.Incident.Ref}-c{random.Next(3)}";
        switch (kind)
        {
            case <= 17:
                update.CrimeAlleged = new CrimeAlleged { AllegedCrime = Alleged(AllegedRefs[random.Next(6)]) };
                break;
            case <= 24:
                bool direct = random.Next(10) == 0;
                update.CrimeRecorded = new CrimeRecorded { CrimeRef = crime, Offence = Offence(), VictimRef = Victim(), Direct = direct };
                update.CrimeRecorded.AllegedRefs.Add(direct || random.Next(2) == 0 ? [] : SomeRefs());
                break;
            case <= 27:
                update.CrimeReclassified = new CrimeReclassified { CrimeRef = crime, Offence = Offence() };
                break;
            case <= 30:
                update.CrimeCancelled = new CrimeCancelled { CrimeRef = crime, Reason = (CancellationReason)random.Next(1, 6) };
                break;
            case <= 33:
                var reason = (NotRecordedReason)random.Next(1, 11);
                update.CrimeNotRecorded = new CrimeNotRecorded { AllegedRefs = { SomeRefs() }, Reason = reason };
                break;
            case <= 35:
                update.RecordingDelayed = new RecordingDelayed { AllegedRefs = { SomeRefs() }, RationaleCode = "evidence" };
                break;
            default:
                string code = ReportedIncidents[random.Next(ReportedIncidents.Length)];
                update.ReportedIncidentRecorded = new ReportedIncidentRecorded { Code = code };
                update.ReportedIncidentRecorded.AllegedRefs.Add(random.Next(2) == 0 ? [] : SomeRefs());
                break;
        }
    }

    private Opened Opened(EventTime reported) => new()
    {
        ReportedTime = reported,
        Channel = (Channel)random.Next(8),
        OpeningCode = OpeningCodes[random.Next(OpeningCodes.Length)],
        Area = random.Next(2) == 0 ? "north" : "",
        ReporterKind = (ReporterKind)random.Next(8),
        Qualifiers = { SomeQualifiers() },
        AllegedCrimes = { Enumerable.Range(1, random.Next(4)).Select(i => Alleged($"a{i}")) },
    };

    private AllegedCrime Alleged(string allegedRef) => new() { AllegedRef = allegedRef, Offence = Offence(), VictimRef = Victim() };

    private Offence Offence() => Offences[random.Next(Offences.Length)];

    private string Victim() => random.Next(3) is > 0 and var victim ? $"v{victim}" : "";

    private string[] SomeRefs() => [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => AllegedRefs[random.Next(AllegedRefs.Length)])];

    private string[] SomeQualifiers() => [.. Enumerable.Range(0, random.Next(3)).Select(_ => Qualifiers[random.Next(Qualifiers.Length)])];

    /// <summary>Of the same sender most times, of another some, and of nothing that was ever sent.</summary>
    private string SomeRequest(IncidentUpdate update, List<IncidentUpdate> before)
    {
        IncidentUpdate[] own = [.. before.Where(u => u.Sender.SourceSystem == update.Sender.SourceSystem || random.Next(10) == 0)];
        return own.Length == 0 ? "never-sent" : own[random.Next(own.Length)].Sender.RequestId;
    }
}
