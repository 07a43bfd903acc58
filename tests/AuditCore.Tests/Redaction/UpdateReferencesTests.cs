using AuditCore.Redaction;
using CrimeAudit.V1;

namespace AuditCore.Tests.Redaction;

/// <summary>Of every text that an update can hold it is known whether it goes or stays: a field that is added fails here.</summary>
public sealed class UpdateReferencesTests
{
    // What rates, rules and the order of updates are made of, and what stands in the leaf anyway.
    private static readonly string[] Staying =
    [
        "sender.force", "sender.source_system", "sender.request_id", "incident.source_system", "opened.opening_code", "opened.area",
        "opened.qualifiers", "opened.alleged_crimes.offence.code", "recoded.opening_code", "closed.closing_code",
        "crime_alleged.alleged_crime.offence.code", "crime_recorded.offence.code", "crime_reclassified.offence.code",
        "reported_incident_recorded.code", "qualifiers_changed.qualifiers", "withdrawn.request_id",
    ];

    [Fact]
    public void Everything_goes_but_what_is_known_to_stay()
    {
        IncidentUpdate[] updates = [.. FilledMessage.EachOf<IncidentUpdate>("change")];
        Assert.Equal(
            Staying.Order(StringComparer.Ordinal),
            updates.Select(u => UpdateReferences.Replace(u, _ => "token")).SelectMany(u => FilledMessage.TextsOf(u))
                .Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_reference_that_is_replaced_is_found()
    {
        foreach (IncidentUpdate update in FilledMessage.EachOf<IncidentUpdate>("change"))
        {
            var replaced = new List<string>();
            UpdateReferences.Replace(update, reference =>
            {
                replaced.Add(reference);
                return "token";
            });
            Assert.Equal(UpdateReferences.Of(update), replaced);
        }
    }

    [Fact]
    public void What_the_rules_presume_and_what_is_empty_is_no_reference()
    {
        var update = new IncidentUpdate
        {
            Incident = new IncidentKey { Ref = "urn" },
            CrimeRecorded = new CrimeRecorded { CrimeRef = "c1", AllegedRefs = { "presumed:rape", "a1" } },
        };
        Assert.Equal(["urn", "c1", "a1"], UpdateReferences.Of(update));
        Assert.Equal("", UpdateReferences.Replace(update, _ => "token").CrimeRecorded.VictimRef);
    }

    [Fact]
    public void That_there_was_no_code_of_a_reason_stays_known()
    {
        var update = new IncidentUpdate { Incident = new IncidentKey(), RecordingDelayed = new RecordingDelayed() };
        Assert.Equal("", UpdateReferences.Replace(update, r => r).RecordingDelayed.RationaleCode);
        update.RecordingDelayed.RationaleCode = "r7";
        Assert.Equal("redacted", UpdateReferences.Replace(update, r => r).RecordingDelayed.RationaleCode);
        Assert.Equal("r7", update.RecordingDelayed.RationaleCode);
    }
}
