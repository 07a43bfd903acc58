using AuditServer.Security.Accesses;
using Microsoft.Extensions.Time.Testing;

namespace AuditServer.Tests.Security;

/// <summary>What a stream told is noted; what it did not tell is not.</summary>
public sealed class StreamAccountTests
{
    private readonly List<ToldRecords> noted = [];
    private readonly FakeTimeProvider clock = new();
    private bool isFull;

    [Fact]
    public async Task Records_of_which_the_note_failed_were_not_told_and_are_not_noted_at_the_end()
    {
        StreamAccount account = Account();
        await account.AddAsync(Record(1));
        await account.AddAsync(Record(2));
        isFull = true;
        clock.Advance(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<IOException>(() => account.AddAsync(Record(3)));
        isFull = false;
        await account.CloseAsync();
        Assert.Equal([Record(1), Record(2)], noted);
    }

    [Fact]
    public async Task A_stream_of_which_the_first_note_failed_told_nothing()
    {
        StreamAccount account = Account();
        isFull = true;
        await Assert.ThrowsAsync<IOException>(() => account.AddAsync(Record(1)));
        isFull = false;
        await account.CloseAsync();
        Assert.Empty(noted);
    }

    private static ToldRecords Record(long index) => new("kent", "entries", index, index, 1);

    private StreamAccount Account() => new(NoteAsync, clock, new AccessLogOptions());

    private Task NoteAsync(ToldRecords told)
    {
        if (isFull)
        {
            throw new IOException("The disk is full.");
        }

        noted.Add(told);
        return Task.CompletedTask;
    }
}
