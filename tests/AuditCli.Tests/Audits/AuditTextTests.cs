using AuditCli.Audits;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;

namespace AuditCli.Tests.Audits;

public sealed class AuditTextTests
{
    [Theory]
    [InlineData(AuditState.Frozen, "FROZEN, secrets to be revealed before 2019-02-08 09:00:00Z, 60 units in the frame")]
    [InlineData(AuditState.Voided, "VOIDED, since the force withheld its secret past the time to reveal it, 60 units in the frame", SeedParty.Force)]
    [InlineData(
        AuditState.Voided,
        "VOIDED, since lead and force withheld their secrets past the time to reveal them, 60 units in the frame",
        SeedParty.Lead,
        SeedParty.Force)]
    public void An_audit_on_one_line_says_what_became_of_its_secrets(AuditState state, string expected, params SeedParty[] withheldBy)
    {
        var audit = new Audit
        {
            AuditId = "tvp-2019",
            Plan = new AuditPlan { Force = "thames-valley", WindowFrom = "2018-07-01", WindowTo = "2018-12-31" },
            State = state,
            Frame = new Frame { Units = 60 },
            Seed = new SeedStatus { RevealDue = new DateTime(2019, 2, 8, 9, 0, 0, DateTimeKind.Utc).ToTimestamp(), WithheldBy = { withheldBy } },
        };

        Assert.Equal($"tvp-2019 of thames-valley, 2018-07-01 to 2018-12-31: {expected}", AuditText.Line(audit));
    }
}
