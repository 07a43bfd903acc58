using Acceptance.Tests.Support;

namespace Acceptance.Tests.Ledger;

/// <summary>What somebody changes by hand in a log of <see cref="Entries"/> entries.</summary>
public enum Tampering
{
    /// <summary>A byte of what an entry holds.</summary>
    Payload,

    /// <summary>The time of an entry, to before the one in front of it.</summary>
    EarlierTime,

    /// <summary>The time of the last entry, to later.</summary>
    LaterTime,

    /// <summary>The order of two entries.</summary>
    Order,

    /// <summary>What an entry holds is removed, and another entry named by which it was erased.</summary>
    Erased,

    /// <summary>An entry is removed.</summary>
    Missing,

    /// <summary>The hash of an entry in its tile.</summary>
    Tile,

    /// <summary>The root in the head.</summary>
    HeadRoot,

    /// <summary>The size in the head.</summary>
    HeadSize,
}

/// <summary>Does it.</summary>
internal static class Tamperings
{
    public const int Entries = 40;

    public static TheoryData<Tampering> All => [.. Enum.GetValues<Tampering>()];

    /// <summary>A service with a log that nobody has touched yet.</summary>
    public static async Task<TService> TellAsync<TService>(TService service)
        where TService : ServiceUnderTest
    {
        await service.InitializeAsync();
        await service.Submitter("kent").Incidents.SubmitBatchAsync(
            new CrimeAudit.V1.BatchSubmitIncidentsRequest
            {
                Updates = { Enumerable.Range(0, Entries).Select(i => Told.Report("kent", $"r{i}")) },
            },
            TestContext.Current.CancellationToken);
        return service;
    }

    public static async Task DoAsync(this Tampering tampering, ServiceUnderTest service)
    {
        HandEdits edits = await HandEdits.BeginAsync(service);
        await edits.RunAsync(tampering switch
        {
            Tampering.Payload => [edits.Payload(17)],
            Tampering.EarlierTime => [edits.Time(17, -1)],
            Tampering.LaterTime => [edits.Time(Entries - 1, 1)],
            Tampering.Order => edits.Swap(17, 23),
            Tampering.Erased =>
            [
                "INSERT INTO #entry_residues (entry_index, redaction_entry, residue) SELECT entry_index, 23, payload FROM #entry_payloads WHERE entry_index = 17",
                "DELETE FROM #entry_payloads WHERE entry_index = 17",
            ],
            Tampering.Missing => HandEdits.Remove(17),
            Tampering.Tile => [edits.Tile(17)],
            Tampering.HeadRoot => [edits.Root()],
            Tampering.HeadSize => ["UPDATE #log_head SET size = size - 1"],
            _ => throw new ArgumentOutOfRangeException(nameof(tampering), tampering, null),
        });
    }
}
