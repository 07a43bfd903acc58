using AuditCli.Audits.Report;
using CrimeAudit.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace AuditCli.Tests.Audits;

public sealed class VoidPageTests
{
    [Fact]
    public void The_page_of_a_void_audit_says_who_withheld_a_secret_and_shows_frame_and_commitments()
    {
        string page = ReportPage.OfVoid(new Audit
        {
            AuditId = "tvp-2019",
            State = AuditState.Voided,
            Plan = new AuditPlan
            {
                Force = "thames-valley",
                WindowFrom = "2018-07-01",
                WindowTo = "2018-12-31",
                Strata = { new Stratum { Name = "violence", Population = Population.Incidents } },
            },
            Frame = new Frame { Digest = ByteString.CopyFrom(0xab, 0xcd) },
            Strata = { new FrameStratum { Name = "violence", FrameSize = 1_234 } },
            Seed = new SeedStatus
            {
                LeadCommitment = ByteString.CopyFrom(0x01),
                ForceCommitment = ByteString.CopyFrom(0x02),
                RevealDue = new DateTime(2019, 2, 8, 9, 0, 0, DateTimeKind.Utc).ToTimestamp(),
                WithheldBy = { SeedParty.Lead },
            },
        });

        Assert.Contains("This audit is void, since the lead withheld its secret past the time to reveal it, 2019-02-08T09:00:00Z.", page, StringComparison.Ordinal);
        Assert.Contains("1,234", page, StringComparison.Ordinal);
        Assert.Contains("Frame digest abcd. Commitment of the lead 01, of the force 02.", page, StringComparison.Ordinal);
        Assert.EndsWith("</body></html>", page, StringComparison.Ordinal);
    }
}
