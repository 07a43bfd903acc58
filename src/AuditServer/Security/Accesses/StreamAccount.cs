namespace AuditServer.Security.Accesses;

/// <summary>
/// What a stream has told. Its first records are noted before they are told; further ones after so many, with
/// one that comes after so long, and at the end: a server that is killed owes at most the notes of as many, and never that the stream was read.
/// </summary>
internal sealed class StreamAccount(Func<ToldRecords, Task> note, TimeProvider clock, AccessLogOptions options)
{
    private ToldRecords? owed;
    private long notedAt;
    private bool hasNoted;

    /// <summary>Takes in records that are about to be told.</summary>
    public async Task AddAsync(ToldRecords told)
    {
        ToldRecords all = owed?.And(told) ?? told;
        if (!hasNoted || all.Number >= options.StreamRecords || clock.GetElapsedTime(notedAt) >= options.StreamInterval)
        {
            // Where it fails these are not told, and what was told before stays owed.
            await NoteAsync(all);
        }
        else
        {
            owed = all;
        }
    }

    /// <summary>Notes what is still owed.</summary>
    public async Task CloseAsync()
    {
        if (owed is { } rest)
        {
            await NoteAsync(rest);
        }
    }

    private async Task NoteAsync(ToldRecords told)
    {
        await note(told);
        (owed, notedAt, hasNoted) = (null, clock.GetTimestamp(), true);
    }
}
