using System.Globalization;
using AuditCore.Recording;
using AuditCore.Recording.Rules;
using CrimeAudit.V1;
using CsCheck;
using static AuditCore.Tests.Recording.Told;

namespace AuditCore.Tests.Recording;

public sealed class ArrivalOrderTests
{
    private static readonly PublishedReference Reference = new();

    private static readonly Gen<EventTime> Times = Gen.OneOf<EventTime>(
        Gen.Int[0, 60].Select(hours => At(hours)), Gen.Int[4, 6].Select(day => Day(2019, 2, day)), Gen.Const(Month(2019, 2)));

    private static readonly Gen<string> Crimes = Gen.OneOf("c1", "c2", "c3");
    private static readonly Gen<string> Codes = Gen.OneOf(Assault, Rape, SexualAssault, Burglary);
    private static readonly Gen<string> Victims = Gen.OneOf("", "v1", "v2");
    private static readonly Gen<string[]> Refs = Gen.OneOf("a1", "a2", "a3", "presumed:rape", "presumed:domestic-abuse").Array[0, 2];
    private static readonly Gen<AllegedCrime> AllegedCrimes = Gen.Select(Gen.OneOf("a1", "a2", "a3"), Codes, Victims, Alleged);

    private static readonly Gen<string> OpeningCodes = Gen.OneOf("domestic", "Rape", "concern-for-safety", "animals", "Modern Slavery");
    private static readonly Gen<string[]> Qualifiers = Gen.OneOf("vulnerable", "domestic-abuse", "honour-based", "dog-bite").Array[0, 2];
    private static readonly Gen<ReporterKind> Reporters = Gen.OneOf(ReporterKind.Victim, ReporterKind.ProfessionalThirdParty);

    private static readonly Gen<IncidentUpdate> Changes = Gen.OneOf<IncidentUpdate>(
        Gen.Select(Times, AllegedCrimes.Array[0, 3], Opened),
        Gen.Select(Times, OpeningCodes, Qualifiers, Reporters).Select((time, code, qualifiers, reporter) =>
            Reported(time, code, reporter, qualifiers)),
        Gen.Select(Times, AllegedCrimes, Allege),
        Gen.Select(Times, AllegedCrimes, Allege),
        Gen.Select(Times, Crimes, Codes, Victims, Refs, Recorded),
        Gen.Select(Times, Crimes, Codes, Victims).Select((time, crime, code, victim) => Recorded(time, crime, code, victim)),
        Gen.Select(Times, Crimes, Codes, Victims).Select((time, crime, code, victim) => DirectlyRecorded(time, crime, code, victim)),
        Gen.Select(Times, Crimes, Codes, Reclassified),
        Gen.Select(Times, Crimes, Cancelled),
        Gen.Select(Times, Crimes, Times).Select((time, crime, told) => Cancelled(
            time, crime, CancellationReason.C2AdditionalVerifiableInformation, DeciderKind.ForceCrimeRegistrar, told)),
        Gen.Select(Times, Refs, NotRecorded),
        Gen.Select(Times, Refs, Delayed),
        Gen.Select(Times, Gen.OneOf("100/01", "100/02", "200/01"), Refs, ReportedIncident),
        Gen.Select(Times, Gen.OneOf("no-crime", "crime"), Closed),
        Times.Select(Reopened),
        Gen.Select(Times, OpeningCodes, Recoded),
        Gen.Select(Times, Qualifiers, Qualified),
        Gen.Select(Times, Gen.Int[0, 15]).Select((time, number) => Withdrawn(time, $"r{number}")));

    private static readonly Gen<IncidentUpdate[]> Incidents =
        Gen.Select(Changes, Gen.OneOf("storm", "niche", "sarc"), Gen.Int[-3, 3]).Array[1, 16].Select(changes => changes
            .Select((c, i) => c.Item1.Clone().By(c.Item2, $"r{i}", c.Item3 < 0 ? null : c.Item3)).ToArray());

    [Fact]
    public void Any_order_of_arrival_gives_the_same_state() =>
        Incidents.SelectMany(updates => Gen.Select(Gen.Const(updates), Gen.Shuffle(updates))).Sample(
            (told, arrived) => Assert.Equal(Canonical(Log(told)), Canonical(Log(arrived))), iter: 2_000);

    [Fact]
    public void Any_order_and_any_duplication_gives_the_same_state() =>
        Incidents.SelectMany(updates => Gen.Select(Gen.Const(updates), Again(updates).SelectMany(Gen.Shuffle))).Sample(
            (told, arrived) => Assert.Equal(Canonical(Log(told)), Canonical(Log(arrived))), iter: 2_000);

    [Fact]
    public void Neither_index_nor_accepted_time_is_looked_at() =>
        Incidents.SelectMany(updates => Gen.Select(Gen.Const(updates), Gen.Shuffle(Enumerable.Range(0, updates.Length).ToArray()))).Sample(
            (told, indexes) =>
            {
                LoggedUpdate[] log = [.. told.Select((u, i) => new LoggedUpdate(indexes[i], Nine.AddDays(indexes[i]), u))];
                Assert.Equal(Canonical(Log(told)), Canonical(log));
            },
            iter: 1_000);

    [Fact]
    public void The_changes_of_the_live_counts_add_up_to_the_final_state_in_any_order_of_arrival() =>
        Incidents.SelectMany(Gen.Shuffle).Sample(
            arrived =>
            {
                LoggedUpdate[] log = Log(arrived);
                Dictionary<(RollupCell Cell, RollupCount Count), long> sum = [];
                for (int size = 1; size <= log.Length; size++)
                {
                    if (size > 1)
                    {
                        RollupContributions.Add(IncidentFold.Of(log[..(size - 1)], Reference), -1, sum);
                    }

                    RollupContributions.Add(IncidentFold.Of(log[..size], Reference), +1, sum);
                    Assert.All(sum.Values, number => Assert.True(number >= 0));
                }

                Dictionary<(RollupCell Cell, RollupCount Count), long> final = [];
                Array.Reverse(log);
                RollupContributions.Add(IncidentFold.Of(log, Reference), +1, final);
                Assert.Equal(Ordered(final), Ordered(sum));
            },
            iter: 500);

    [Fact]
    public void Every_alleged_crime_and_every_unanswering_record_is_counted_once() =>
        Incidents.Sample(
            told =>
            {
                IncidentState state = State(told);
                Dictionary<(RollupCell Cell, RollupCount Count), long> tally = [];
                RollupContributions.Add(state, +1, tally);
                int unanswering = state.CrimeRecords.Count(r => r.Direct || r.AllegedRefs.Count == 0);
                Assert.Equal(state.AllegedCrimes.Count + state.PresumedCrimes.Count + unanswering, tally.Values.Sum());
            },
            iter: 1_000);

    [Fact]
    public void The_first_reclassification_of_a_record_never_takes_an_answer_away() =>
        Gen.Select(Incidents, Gen.Select(Times, Crimes, Codes, Reclassified)).Where(t => !IsReclassified(t.Item1, t.Item2)).Sample(
            (told, reclassified) => Assert.Empty(Open(State([.. told, reclassified.Clone().By("hub", "h1")])).Except(Open(State(told)))),
            iter: 1_000);

    private static Gen<IncidentUpdate[]> Again(IncidentUpdate[] updates) =>
        Gen.Int[0, updates.Length - 1].Array[0, 8].Select(again => updates.Concat(again.Select(i => updates[i])).ToArray());

    private static bool IsReclassified(IncidentUpdate[] told, IncidentUpdate now) =>
        told.Any(u => u.CrimeReclassified?.CrimeRef == now.CrimeReclassified.CrimeRef);

    private static IEnumerable<string> Open(IncidentState state) => state.Crimes.Where(a => a.IsOpen).Select(a => a.Alleged.AllegedRef);

    private static IncidentUpdate DirectlyRecorded(EventTime time, string crime, string code, string victim)
    {
        IncidentUpdate update = Recorded(time, crime, code, victim);
        update.CrimeRecorded.Direct = true;
        return update;
    }

    private static IEnumerable<string> Ordered(Dictionary<(RollupCell Cell, RollupCount Count), long> tally) =>
        tally.Where(t => t.Value != 0).Select(t => $"{t.Key.Cell} {t.Key.Count} {t.Value}").Order(StringComparer.Ordinal);

    /// <summary>A state as text; withdrawn entries by request, since their index is a matter of arrival.</summary>
    private static string Canonical(LoggedUpdate[] log)
    {
        IncidentState state = IncidentFold.Of(log, Reference);
        IEnumerable<string> withdrawn = log.Where(u => state.WithdrawnEntries.Contains(u.Index)).Select(u => u.Update.Sender.RequestId);
        return string.Join(
            '\n',
            (IEnumerable<string>)
            [
                $"{state.Status} {state.ReportedTime} {state.Channel} {state.OpeningCode} {state.ClosingCode} {state.Area} {state.ReporterKind}",
                string.Join(' ', state.Qualifiers),
                .. state.Crimes.Select(Line),
                .. state.CrimeRecords.Select(Line),
                string.Join(' ', state.ReportedIncidents),
                string.Join(' ', withdrawn.Distinct().Order(StringComparer.Ordinal)),
                .. Breaches.At(state, Reference, Nine.AddHours(40)).Select(b => $"{b.Rule.Id} {b.Version} {b.AllegedRef} {b.CrimeRef}"),
                .. Exclusions.Of(state, Reference).Select(e => $"{e}"),
                .. DueCrimes.Of(state, Reference, RuleBook.Published.Urgency, Nine.AddHours(40), TimeSpan.FromHours(10))
                    .Select(d => $"{d.Urgency} {d.Over}"),
            ]);
    }

    private static string Line(AllegedCrimeFold a) => string.Create(
        CultureInfo.InvariantCulture, $"{a.Alleged} {a.Class} {a.ReportedTime} {a.Deadline:O} {a.Answer} {a.Timeliness} {a.AnsweredBy}");

    private static string Line(CrimeRecordFold r) =>
        $"{r.CrimeRef} {r.Offence} {r.Class} {r.RecordedTime} {r.VictimRef} {string.Join(' ', r.AllegedRefs)} {r.Direct} {r.Cancelled}";
}
