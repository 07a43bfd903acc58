namespace AuditClient.Tests.Spooling;

public sealed class SpoolDamageTests
{
    private const byte Flipped = 0x55;

    [Fact]
    public async Task Killed_at_any_byte_of_the_last_append_everything_before_it_is_there_and_the_rest_is_told()
    {
        using SpoolFolder folder = new();
        await SpoolTesting.LeaveAsync(folder.Options(), 1, 2);
        string two = Assert.Single(folder.Segments);
        long begin = new FileInfo(two).Length;
        byte[] whole = await WithOneMoreAsync(folder);

        for (long length = begin + 1; length < whole.Length; length++)
        {
            foreach (int zeros in new[] { 0, 7 })
            {
                string image = ImageOf(folder, [.. whole[..(int)length], .. new byte[zeros]]);
                SpoolRecovery found = SpoolTesting.Recover(folder.Options(image));

                string file = Assert.Single(SpoolFolder.SegmentsOf(image));
                Assert.Equal(new SpoolTornTail(file, begin, length + zeros - begin), found.TornTail);
                Assert.Equal(2, found.Unacknowledged);
                Assert.Null(SpoolTesting.Recover(folder.Options(image)).TornTail);
                Assert.Equal(["r1", "r2"], SpoolTesting.Held(folder.Options(image)));
            }
        }
    }

    [Fact]
    public async Task A_segment_that_was_killed_before_its_first_update_is_no_segment()
    {
        using SpoolFolder folder = new();
        await SpoolTesting.LeaveAsync(folder.Options(), 1, 1);
        byte[] whole = await File.ReadAllBytesAsync(folder.Segments[0]);

        for (int length = 0; length <= SpoolFormat.FileHeader; length++)
        {
            string image = ImageOf(folder, whole[..length]);
            SpoolRecovery found = SpoolTesting.Recover(folder.Options(image));

            Assert.Equal(0, found.Unacknowledged);
            Assert.Equal(length, found.TornTail!.Offset + found.TornTail.Length);
            await SpoolTesting.LeaveAsync(folder.Options(image), 1, 1);
            Assert.Equal(["r1"], SpoolTesting.Held(folder.Options(image)));
        }
    }

    [Fact]
    public async Task After_a_torn_tail_the_writer_goes_on_with_the_next_number()
    {
        using SpoolFolder folder = new();
        await SpoolTesting.LeaveAsync(folder.Options(), 1, 3);
        await using (FileStream file = File.OpenWrite(folder.Segments[0]))
        {
            file.SetLength(file.Length - 1);
        }

        await SpoolTesting.LeaveAsync(folder.Options(), 4, 5);

        Assert.Equal(["r1", "r2", "r4", "r5"], SpoolTesting.Held(folder.Options()));
        Assert.Equal(2, folder.Segments.Count);
    }

    [Fact]
    public async Task A_byte_that_changed_anywhere_is_told_with_its_place_and_nothing_is_sent()
    {
        using SpoolFolder folder = new();
        await SpoolTesting.LeaveAsync(folder.Options(), 1, 3);
        byte[] whole = await File.ReadAllBytesAsync(folder.Segments[0]);
        long[] begins = Begins(whole);

        for (int place = 0; place < whole.Length; place++)
        {
            byte[] damaged = [.. whole];
            damaged[place] ^= Flipped;
            string image = ImageOf(folder, damaged);

            SpoolDamagedException told = Assert.Throws<SpoolDamagedException>(() => Spool.Open(folder.Options(image)));

            int record = Array.FindLastIndex(begins, begin => begin <= place);
            Assert.Equal((SpoolFolder.SegmentsOf(image)[0], begins[record], Math.Max(1, record)), (told.File, told.Offset, told.Number));
            Assert.Equal(damaged, await File.ReadAllBytesAsync(told.File));
        }
    }

    [Fact]
    public async Task Records_that_changed_places_are_damage()
    {
        using SpoolFolder folder = new();
        await SpoolTesting.LeaveAsync(folder.Options(), 1, 3);
        byte[] whole = await File.ReadAllBytesAsync(folder.Segments[0]);
        int[] begins = [.. Begins(whole).Select(begin => (int)begin)];
        string image = ImageOf(
            folder, [.. whole[..begins[1]], .. whole[begins[2]..begins[3]], .. whole[begins[1]..begins[2]], .. whole[begins[3]..]]);

        SpoolDamagedException told = Assert.Throws<SpoolDamagedException>(() => Spool.Open(folder.Options(image)));

        Assert.Equal((begins[1], 1), (told.Offset, told.Number));
    }

    [Theory]
    [InlineData(0, "updates 1 to 1 are missing", 1)]
    [InlineData(1, "updates 2 to 2 are missing", 2)]
    public async Task A_segment_that_is_missing_is_told_by_the_numbers_that_it_held(int segment, string what, long number)
    {
        using SpoolFolder folder = new();
        await SpoolTesting.LeaveAsync(OneEach(folder), 1, 3);
        File.Delete(folder.Segments[segment]);

        SpoolDamagedException told = Assert.Throws<SpoolDamagedException>(() => Spool.Open(OneEach(folder)));

        Assert.Equal(number, told.Number);
        Assert.Contains(what, told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_segment_that_ends_early_before_another_is_damage_and_no_torn_tail()
    {
        using SpoolFolder folder = new();
        await SpoolTesting.LeaveAsync(OneEach(folder), 1, 3);
        await using (FileStream file = File.OpenWrite(folder.Segments[1]))
        {
            file.SetLength(file.Length - 1);
        }

        SpoolDamagedException told = Assert.Throws<SpoolDamagedException>(() => Spool.Open(OneEach(folder)));

        Assert.Equal((folder.Segments[1], 2), (told.File, told.Number));
    }

    [Fact]
    public async Task A_file_of_another_name_is_damage()
    {
        using SpoolFolder folder = new();
        await SpoolTesting.LeaveAsync(OneEach(folder), 1, 2);
        File.Move(folder.Segments[1], Path.Combine(folder.Path, "second.spool"));

        Assert.Throws<SpoolDamagedException>(() => Spool.Open(OneEach(folder)));
    }

    [Fact]
    public async Task Damage_that_comes_while_the_writer_runs_stops_it_and_names_the_place()
    {
        using SpoolFolder folder = new();
        await using CrimeAuditClient client = SpoolTesting.Away();
        await using IncidentWriter writer = client.Open(OneEach(folder), options => options.MaxInFlight = 1);
        await writer.WriteAsync(1, 4).Soon();
        string last = folder.Segments[3];
        SpoolFolder.Damage(last);

        SpoolDamagedException told = Assert.Throws<SpoolDamagedException>(writer.GetUnacknowledged);

        Assert.Equal((last, 4), (told.File, told.Number));
        writer.Abort();
    }

    [Fact]
    public async Task A_second_writer_is_told_who_has_the_spool_until_the_first_has_gone()
    {
        using SpoolFolder folder = new();
        await using CrimeAuditClient client = SpoolTesting.Away();
        IncidentWriter first = client.Open(folder.Options());

        SpoolInUseException told = Assert.Throws<SpoolInUseException>(() => client.Open(folder.Options()));

        Assert.Equal(folder.Path, told.Directory);
        await first.DisposeAsync().Soon();
        await client.Open(folder.Options()).DisposeAsync().Soon();
    }

    [Fact]
    public void The_sum_is_that_of_the_standard()
    {
        // RFC 3720, appendix B.4, and the check value that catalogues of sums give.
        Assert.Equal(0xE3069283, Crc32C.Of("123456789"u8));
        Assert.Equal(0x8A9136AA, Crc32C.Of(new byte[32]));
    }

    /// <summary>Where the header and the records begin.</summary>
    private static long[] Begins(byte[] segment)
    {
        List<long> begins = [0];
        int place = SpoolFormat.FileHeader;
        while (place < segment.Length)
        {
            begins.Add(place);
            place += SpoolFormat.RecordHeader + BitConverter.ToInt32(segment, place);
        }

        return [.. begins];
    }

    private static SpoolOptions OneEach(SpoolFolder folder)
    {
        SpoolOptions options = folder.Options();
        options.SegmentSize = 1;
        return options;
    }

    /// <summary>The bytes of a segment with the same two updates and a third.</summary>
    private static async Task<byte[]> WithOneMoreAsync(SpoolFolder folder)
    {
        using SpoolFolder other = new();
        await SpoolTesting.LeaveAsync(other.Options(), 1, 3);
        byte[] three = await File.ReadAllBytesAsync(other.Segments[0]);
        Assert.StartsWith(Convert.ToHexString(await File.ReadAllBytesAsync(folder.Segments[0])), Convert.ToHexString(three), StringComparison.Ordinal);
        return three;
    }

    private static string ImageOf(SpoolFolder folder, byte[] segment)
    {
        string image = folder.Image();
        File.WriteAllBytes(SpoolFolder.SegmentsOf(image)[0], segment);
        return image;
    }
}
