using Acceptance.Tests.Instances;
using Acceptance.Tests.Recounting;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;

namespace Acceptance.Tests.Crashes;

/// <summary>What must hold once a load is through, whatever was done to the server meanwhile.</summary>
internal sealed class AfterLoad(InstanceGroup group, StreamedLoad load, IReadOnlyCollection<Acknowledged> acknowledged, CancellationToken cancel)
{
    // A sample of the receipts is proved from its text alone; the writer has verified each.
    private const int EveryOther = 97;

    private static readonly Breakdown[] Breakdowns = System.Enum.GetValues<Breakdown>();

    /// <summary>Every acknowledged update is in the log once, where its receipt says and at the time that it says; and nothing else is.</summary>
    public async Task AssertEachOnceAsync(ToldLog log)
    {
        Assert.Equal(load.Count, acknowledged.Count);
        HashSet<IncidentUpdate> told = [.. load.Told.Values.SelectMany(u => u)];
        Assert.True(told.SetEquals(log.Updates), "The log holds other updates than were told.");
        Assert.Equal(told.Count, log.Size);
        Assert.All(acknowledged, a =>
        {
            HistoryEntry entry = log.Entries[(int)a.Receipt.EntryIndex];
            Assert.Equal((a.Update, a.Receipt.EntryIndex, a.Receipt.AcceptedTime), (entry.Update, entry.EntryIndex, entry.AcceptedTime));
        });
        // What was told twice, or sent again without need, was not taken again.
        Assert.Equal(log.Size, acknowledged.Select(a => a.Receipt.EntryIndex).Distinct().Count());
        await using CrimeAuditClient lead = group.NewClient(0, "lead");
        Assert.Equal(log.Size, (await lead.Ledger.VerifyEntriesAsync(cancel)).Size);
    }

    /// <summary>Receipts prove, with the log's key and without the service, what they are for.</summary>
    public async Task AssertReceiptsAsync()
    {
        var trusted = new TrustedLog(CrimeAudit.Client.VerifierKey.Parse(group.VerifierKey));
        await using CrimeAuditClient lead = group.NewClient(0, "lead");
        foreach (Acknowledged one in acknowledged.Where((_, i) => i % EveryOther == 0))
        {
            GetReceiptResponse receipt = await lead.Ledger.GetReceiptAsync(one.Update.Sender, cancel);
            TlogProof proof = TlogProof.Parse(receipt.TlogProof, trusted);
            Assert.Equal(one.Receipt.EntryIndex, proof.Index);
            proof.RequireLeaf(receipt.Proof.LeafText.Span);
            Assert.Equal(one.Update, IncidentUpdate.Parser.ParseFrom(receipt.Proof.StoredBytes));
        }
    }

    /// <summary>Live rates are what a recount of the log's entries gives at the time that they name.</summary>
    public async Task AssertRatesAsync(ToldLog log)
    {
        NaiveIncident[] incidents = log.Recount();
        foreach (string force in load.Told.Keys)
        {
            NaiveIncident[] own = [.. incidents.Where(i => i.Force == force)];
            await using CrimeAuditClient reader = group.NewClient(0, "reader", force);
            foreach (Breakdown breakdown in Breakdowns)
            {
                var asked = new GetAccountedForRateRequest { Force = force, Breakdown = breakdown };
                GetAccountedForRateResponse answer = await reader.Rates.GetAccountedForAsync(asked, cancel);
                var count = new NaiveCount(own, answer.AsOf.EvaluatedTime.ToDateTimeOffset());
                Assert.Equal((log.Size, count.Total(), count.Presumed()), (answer.AsOf.TreeSize, answer.Total.Counts, answer.Total.PresumedCounts));
                Assert.True(breakdown == Breakdown.Unspecified || count.By(breakdown).SequenceEqual(
                    answer.Rows.Select(r => (r.Key, r.Counts, r.PresumedCounts))), $"The rows of {breakdown} are no recount.");
            }
        }
    }
}
