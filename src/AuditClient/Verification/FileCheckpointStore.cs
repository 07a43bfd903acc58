using System.Security.Cryptography;
using System.Text;

namespace CrimeAudit.Client;

/// <summary>
/// Pins checkpoints in files of a directory, one a log, each a signed note that any tool can read. A file is replaced whole or not at
/// all: after a loss of power it is the new pin or the one before. Processes that share the directory wait for each other.
/// </summary>
/// <param name="directory">Where; made when it is missing.</param>
/// <param name="clock">The clock of waiting for another process; null: the machine's.</param>
public sealed class FileCheckpointStore(string directory, TimeProvider? clock = null) : ICheckpointStore, IDisposable
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(20);

    private readonly SemaphoreSlim inProcess = new(1);

    /// <inheritdoc/>
    public async ValueTask<string?> FindAsync(string origin, CancellationToken cancel = default)
    {
        try
        {
            return await File.ReadAllTextAsync(PathOf(origin), cancel).ConfigureAwait(false);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The directory cannot be written.</exception>
    public async ValueTask<bool> TryReplaceAsync(string origin, string note, string? before, CancellationToken cancel = default)
    {
        Directory.CreateDirectory(directory);
        await inProcess.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            FileStream held = await LockAsync(PathOf(origin) + ".lock", cancel).ConfigureAwait(false);
            await using (held.ConfigureAwait(false))
            {
                if (await FindAsync(origin, cancel).ConfigureAwait(false) != before)
                {
                    return false;
                }

                await ReplaceAsync(PathOf(origin), note, cancel).ConfigureAwait(false);
                return true;
            }
        }
        finally
        {
            inProcess.Release();
        }
    }

    /// <summary>Frees what the store waits with. The files stay.</summary>
    public void Dispose() => inProcess.Dispose();

    private static async Task ReplaceAsync(string path, string note, CancellationToken cancel)
    {
        string fresh = path + ".new";
        // Through to the disk, so that the name never points at a file whose bytes are still to come.
        var file = new FileStream(fresh, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            Share = FileShare.None,
            Options = FileOptions.WriteThrough | FileOptions.Asynchronous,
        });
        await using (file.ConfigureAwait(false))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(note), cancel).ConfigureAwait(false);
        }

        File.Move(fresh, path, overwrite: true);
    }

    /// <summary>Another process holds the lock for as long as a small write takes, unless it is stuck: then the caller's token ends the wait.</summary>
    private async Task<FileStream> LockAsync(string path, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException inUse) when (inUse is not (DirectoryNotFoundException or PathTooLongException))
            {
                await Task.Delay(BetweenTries, clock ?? TimeProvider.System, cancel).ConfigureAwait(false);
            }
        }
    }

    /// <summary>An origin can hold anything; its hash is a name on every file system.</summary>
    private string PathOf(string origin) =>
        Path.Combine(directory, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(origin)))[..32] + ".checkpoint");
}
