using System.Globalization;
using Google.Protobuf;

namespace AuditClient.Tests.Spooling;

/// <summary>What reaches the disk before what, and who may read it when.</summary>
public sealed class SpoolOrderTests
{
    [Fact]
    public void Before_a_segment_goes_the_disk_has_a_mark_that_covers_it()
    {
        using SpoolFolder folder = new();
        FaultyDisk disk = new();
        using Spool spool = Spool.Open(OneEach(folder, disk));
        Append(spool, 1, 2, 3, 4);
        disk.Done.Clear();

        spool.Acknowledge(1);
        spool.Acknowledge(3);

        Assert.Equal(
            [("flush", 1), ("delete", 1), ("flush", 3), ("delete", 2), ("delete", 3)],
            disk.Done.Select(done => (done.What, long.Parse(done.Text[..19], CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void An_acknowledgement_that_lets_go_of_no_segment_does_not_wait_for_the_disk()
    {
        using SpoolFolder folder = new();
        FaultyDisk disk = new();
        using Spool spool = Spool.Open(folder.Options(disk));
        Append(spool, 1, 2);
        disk.Done.Clear();

        spool.Acknowledge(1);

        Assert.Empty(disk.Done);
        Assert.Equal(1, spool.Acknowledged);
    }

    [Fact]
    public void While_the_mark_cannot_be_flushed_every_segment_stays()
    {
        using SpoolFolder folder = new();
        FaultyDisk disk = new();
        using Spool spool = Spool.Open(OneEach(folder, disk));
        Append(spool, 1, 2, 3);
        disk.FlushFails = true;

        Assert.Throws<IOException>(() => spool.Acknowledge(2));

        Assert.Equal(3, folder.Segments.Count);
        disk.FlushFails = false;
        spool.Acknowledge(3);
        Assert.Single(folder.Segments);
    }

    [Fact]
    public void What_an_append_that_failed_had_written_already_is_never_read()
    {
        using SpoolFolder folder = new();
        FaultyDisk disk = new();
        using Spool spool = Spool.Open(folder.Options(disk));
        using SpoolReader reader = new(spool, first: 1);
        Append(spool, 1, 2);
        List<string> read = [];
        disk.BeforeFailing = () => read.Add(Read(reader));
        disk.Room = Records(spool, 8, 9).Length - 1;

        Assert.Throws<IOException>(() => Append(spool, 8, 9));
        disk.Room = int.MaxValue;
        Append(spool, 3, 4);
        read.AddRange([Read(reader), Read(reader), Read(reader)]);

        Assert.Equal(["r1", "r2", "r3", "r4"], read);
    }

    [Fact]
    public async Task What_has_no_result_is_listed_as_of_one_moment_while_appending_and_acknowledging_go_on()
    {
        using SpoolFolder folder = new();
        using Spool spool = Spool.Open(OneEach(folder, new FaultyDisk()));
        Append(spool, 1, 2, 3);
        List<string> listed = [];

        foreach (byte[] update in spool.Unacknowledged())
        {
            listed.Add(IncidentUpdate.Parser.ParseFrom(update).Sender.RequestId);
            if (listed.Count == 1)
            {
                // From another thread, which would wait for ever for a lock that is held here.
                await Task.Run(() => spool.Acknowledge(2)).Soon();
                Append(spool, 4);
            }
        }

        Assert.Equal(["r1", "r3"], listed);
    }

    private static string Read(SpoolReader reader) => IncidentUpdate.Parser.ParseFrom(reader.Read()).Sender.RequestId;

    private static SpoolOptions OneEach(SpoolFolder folder, FaultyDisk disk)
    {
        SpoolOptions options = folder.Options(disk);
        options.SegmentSize = 1;
        return options;
    }

    /// <summary>Appends updates, each by itself where a segment holds one alone.</summary>
    private static void Append(Spool spool, params int[] updates)
    {
        int together = spool.RoomInSegment == 1 ? 1 : updates.Length;
        foreach (int[] some in updates.Chunk(together))
        {
            spool.Append(Records(spool, some), some.Length);
        }
    }

    private static byte[] Records(Spool spool, params int[] updates)
    {
        List<byte> records = [];
        foreach (int update in updates)
        {
            byte[] bytes = TestUpdates.Number(update).ToByteArray();
            byte[] header = new byte[SpoolFormat.RecordHeader];
            SpoolFormat.WriteRecordHeader(header, spool.Last + 1 + Array.IndexOf(updates, update), bytes);
            records.AddRange([.. header, .. bytes]);
        }

        return [.. records];
    }
}
