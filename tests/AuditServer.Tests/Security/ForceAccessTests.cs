using AuditServer.Errors;
using AuditServer.Security;
using CrimeAudit.V1;

namespace AuditServer.Tests.Security;

public sealed class ForceAccessTests
{
    private const string Submit = "/crimeaudit.v1.IncidentService/SubmitIncident";
    private const string Read = "/crimeaudit.v1.IncidentService/GetIncident";
    private const string Review = "/crimeaudit.v1.AuditService/SubmitReview";

    [Fact]
    public void A_submitter_speaks_for_each_force_of_the_credential()
    {
        Caller caller = Of([Role.Submitter], "kent", "essex");
        ForceAccess.Require(caller, Submit, "kent");
        ForceAccess.Require(caller, Submit, "essex");
    }

    [Fact]
    public void Another_force_is_refused_by_name()
    {
        Fault fault = Assert.Throws<Fault>(() => ForceAccess.Require(Of([Role.Submitter], "kent"), Submit, "essex"));
        Assert.Equal(ErrorReason.ForceNotPermitted, fault.Reason);
        Assert.Contains("'essex'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_roles_the_most_permissive_counts() => Assert.True(ForceAccess.Permits(Of([Role.Reader, Role.Lead], "kent"), Read, "essex"));

    [Fact]
    public void A_role_that_the_call_does_not_take_permits_nothing() => Assert.False(ForceAccess.Permits(Of([Role.Lead], "kent"), Submit, "kent"));

    [Fact]
    public void A_role_that_the_call_does_not_take_widens_nothing() =>
        Assert.False(ForceAccess.Permits(Of([Role.Submitter, Role.Admin], "kent"), Submit, "essex"));

    [Fact]
    public void No_further_role_lets_a_reviewer_audit_the_own_force() =>
        Assert.False(ForceAccess.Permits(Of([.. Role.All], "kent"), Review, "kent"));

    [Fact]
    public void A_reviewer_without_a_home_force_reviews_every_force() => Assert.True(ForceAccess.Permits(Of([Role.Auditor]), Review, "kent"));

    [Fact]
    public void Forces_are_compared_by_ordinal() => Assert.False(ForceAccess.Permits(Of([Role.Submitter], "Kent"), Submit, "kent"));

    private static Caller Of(string[] roles, params string[] forces) => new("x", roles.ToHashSet(), forces.ToHashSet());
}
