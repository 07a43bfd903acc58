using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace AuditServer.Storage.Sqlite;

/// <summary>
/// The way to the file's write lock when several instances share it. SQLite lets them poll for that lock, each at its own
/// pace, so that one under load, whose next turn is always ready, can shut the others out for as long as the load lasts.
/// Therefore whoever wants the write lock first takes an exclusive lock of the operating system on a file beside the
/// database, and lets go of it only once it has the write lock.
/// </summary>
/// <remarks>
/// Why all make progress: the one who waits for the write lock holds the turnstile, so whoever writes now cannot come
/// past it and must queue up behind for its own next turn; the waiter is next. Behind it the turnstile is polled, by all
/// at the same pace, once in each turn that somebody writes; nobody has an advantage there, so that among n instances one
/// that goes on asking gets through after n turns on average, and that it is still waiting becomes less likely with each.
/// A process that dies lets go of both locks, because the operating system does. The lock needs no more than a local file
/// system, as SQLite's own do; where it were lost, the write lock still keeps turns apart, and only fairness is gone.
/// </remarks>
internal sealed class SqliteTurnstile(IOptions<StorageOptions> options)
{
    // EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION of Windows: what the runtime says of a file locked by another.
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020)];

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    private readonly string path = Path.GetFullPath(options.Value.Path) + "-turn";
    private readonly TimeSpan timeout = options.Value.CommandTimeout;

    /// <summary>Waits until the turnstile is free, and takes it.</summary>
    /// <param name="cancel">Ends the waiting.</param>
    /// <returns>What lets go of it.</returns>
    /// <exception cref="StorageUnreachableException">It was not free within the time that a statement may take, or it cannot be had.</exception>
    public async ValueTask<IDisposable> EnterAsync(CancellationToken cancel)
    {
        // Time measured by the machine: other processes are waited for, whatever clock the service tells the time by.
        long started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException held) when (HeldByAnother.Contains(held.HResult))
            {
                if (Stopwatch.GetElapsedTime(started) >= timeout)
                {
                    throw new StorageUnreachableException($"Other instances kept '{path}' for {timeout}.", held);
                }
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                throw new StorageUnreachableException($"'{path}' cannot be opened.", refused);
            }

            await Task.Delay(Pause, cancel);
        }
    }
}
