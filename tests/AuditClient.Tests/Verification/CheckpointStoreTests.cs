namespace AuditClient.Tests.Verification;

public sealed class CheckpointStoreTests : IDisposable
{
    private readonly string directory = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public static TheoryData<string> Kinds => ["memory", "file"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_pinned_is_found_again(string kind)
    {
        ICheckpointStore store = Store(kind);

        Assert.Null(await store.FindAsync("a"));
        Assert.True(await store.TryReplaceAsync("a", "first", before: null));
        Assert.True(await store.TryReplaceAsync("a", "second", "first"));
        Assert.True(await store.TryReplaceAsync("b", "other", before: null));

        Assert.Equal(("second", "other"), (await store.FindAsync("a"), await store.FindAsync("b")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_pin_of_somebody_else_is_not_overwritten(string kind)
    {
        ICheckpointStore store = Store(kind);
        await store.TryReplaceAsync("a", "first", before: null);

        Assert.False(await store.TryReplaceAsync("a", "second", before: null));
        Assert.False(await store.TryReplaceAsync("a", "second", "another"));

        Assert.Equal("first", await store.FindAsync("a"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Of_many_that_replace_one_pin_one_does(string kind)
    {
        ICheckpointStore store = Store(kind);
        await store.TryReplaceAsync("a", "first", before: null);

        bool[] replaced = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => Own(kind, store).TryReplaceAsync("a", $"{i}", "first").AsTask())));

        int winner = Assert.Single(Enumerable.Range(0, 20), i => replaced[i]);
        Assert.Equal($"{winner}", await store.FindAsync("a"));
    }

    [Fact]
    public async Task A_pin_survives_the_process_and_any_origin_makes_a_file_name()
    {
        const string origin = "../a:b*c?\u00e9";
        await Store("file").TryReplaceAsync(origin, "note\n", before: null);

        Assert.Equal("note\n", await Store("file").FindAsync(origin));
        Assert.Single(Directory.GetFiles(directory, "*.checkpoint"));
    }

    [Fact]
    public async Task A_write_that_was_interrupted_leaves_the_old_pin()
    {
        await Store("file").TryReplaceAsync("a", "first", before: null);
        string path = Assert.Single(Directory.GetFiles(directory, "*.checkpoint"));
        await File.WriteAllTextAsync(path + ".new", "sec");

        Assert.Equal("first", await Store("file").FindAsync("a"));
        Assert.True(await Store("file").TryReplaceAsync("a", "second", "first"));
        Assert.Equal("second", await Store("file").FindAsync("a"));
    }

    public void Dispose()
    {
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private ICheckpointStore Store(string kind) => kind == "file" ? new FileCheckpointStore(directory) : new MemoryCheckpointStore();

    /// <summary>A file is shared by stores, as by processes; memory is one store's.</summary>
    private ICheckpointStore Own(string kind, ICheckpointStore shared) => kind == "file" ? Store(kind) : shared;
}
