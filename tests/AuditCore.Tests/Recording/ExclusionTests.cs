using AuditCore.Recording;
using CrimeAudit.V1;
using static AuditCore.Tests.Recording.Told;

namespace AuditCore.Tests.Recording;

public sealed class ExclusionTests
{
    [Theory]
    [InlineData(NotRecordedReason.OtherForce, "other-force")]
    [InlineData(NotRecordedReason.Duplicate, "duplicate-log")]
    [InlineData(NotRecordedReason.TestOrTraining, "test-or-training")]
    [InlineData(NotRecordedReason.NfibFraud, "nfib-fraud")]
    [InlineData(NotRecordedReason.PoliceConduct, "police-conduct")]
    [InlineData(NotRecordedReason.SchoolsProtocol, "schools-protocol")]
    [InlineData(NotRecordedReason.NoNotifiableCrime, null)]
    [InlineData(NotRecordedReason.CredibleEvidenceToTheContrary, null)]
    [InlineData(NotRecordedReason.VictimDidNotConfirm, null)]
    [InlineData(NotRecordedReason.Error, null)]
    public void Reasons_that_are_no_failures_are_exclusions(NotRecordedReason reason, string? expected)
    {
        IncidentState state = State(Opened(At(0), Alleged("a1", Assault)), NotRecorded(At(1), "a1", reason, At(1)));
        Assert.Equal("NotRecorded", state.AnswerTo("a1"));
        Assert.Equal(expected, Exclusions.Of(state, new PublishedReference()).SingleOrDefault()?.Rule.Id);
    }

    [Fact]
    public void A_presumed_crime_can_be_excluded()
    {
        IncidentState state = State(
            Reported(At(0), "assault", ReporterKind.ProfessionalThirdParty),
            NotRecorded(At(1), "presumed:violence", NotRecordedReason.SchoolsProtocol, At(1)));
        Assert.Equal("presumed:violence", Assert.Single(Exclusions.Of(state, new PublishedReference())).AllegedRef);
    }

    [Fact]
    public void What_is_recorded_after_all_is_no_exclusion()
    {
        IncidentState state = State(
            Opened(At(0), Alleged("a1", Assault)), NotRecorded(At(1), "a1", NotRecordedReason.OtherForce), Recorded(At(2), "c1", Assault));
        Assert.Empty(Exclusions.Of(state, new PublishedReference()));
    }
}
