using System.Data;
using AuditServer.Storage;
using AuditServer.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace AuditServer.Tests.Storage;

/// <summary>Readers that keep their prepared queries, over a file with nothing but a table of sending systems.</summary>
public sealed class SqliteReaderTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crimeaudit-readers-");
    private readonly SqliteDatabase database;
    private readonly string file;

    public SqliteReaderTests()
    {
        file = Path.Combine(folder.FullName, "server.db");
        database = new SqliteDatabase(Options.Create(new StorageOptions { Path = file }), new SqliteConnections());
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await SqliteFile.RunAsync(file, "PRAGMA journal_mode=WAL");
        await SqliteFile.RunAsync(file, "CREATE TABLE sources (source_id INTEGER PRIMARY KEY, force TEXT, source_system TEXT)");
        await AddAsync(1, "storm");
    }

    public ValueTask DisposeAsync()
    {
        database.Dispose();
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_reader_that_was_given_back_is_used_again_and_sees_what_was_written_meanwhile()
    {
        SqliteReader first = await database.ReaderAsync(Cancel);
        Assert.Null(first.FindSource("kent", "niche"));
        first.Dispose();
        await AddAsync(2, "niche");
        using SqliteReader second = await database.ReaderAsync(Cancel);
        Assert.Same(first, second);
        Assert.Equal(2, second.FindSource("kent", "niche"));
    }

    [Fact]
    public async Task What_a_snapshot_reads_is_of_its_first_read_and_the_next_reading_is_of_its_own()
    {
        SqliteReader reader = await database.ReaderAsync(Cancel);
        reader.BeginSnapshot();
        Assert.Equal(1, reader.FindSource("kent", "storm"));
        await AddAsync(2, "niche");
        Assert.Null(reader.FindSource("kent", "niche"));
        reader.Dispose();

        using SqliteReader next = await database.ReaderAsync(Cancel);
        Assert.Same(reader, next);
        Assert.Equal(2, next.FindSource("kent", "niche"));
    }

    [Fact]
    public async Task A_reader_that_failed_is_not_used_again()
    {
        SqliteReader failed = await database.ReaderAsync(Cancel);
        Assert.Throws<SqliteException>(() => failed.Query("read-head"));
        failed.Dispose();
        using SqliteReader next = await database.ReaderAsync(Cancel);
        Assert.NotSame(failed, next);
    }

    [Fact]
    public async Task Readers_of_a_file_that_is_gone_do_not_come_back_when_another_stands_in_its_place()
    {
        SqliteReader idle = await database.ReaderAsync(Cancel);
        SqliteReader inUse = await database.ReaderAsync(Cancel);
        using (inUse)
        {
            idle.Dispose();
            File.Move(file, file + ".moved");
            await Assert.ThrowsAsync<StorageUnreachableException>(async () => await database.ReaderAsync(Cancel));
            File.Move(file + ".moved", file);
        }

        using SqliteReader first = await database.ReaderAsync(Cancel);
        using SqliteReader second = await database.ReaderAsync(Cancel);
        Assert.Empty(new[] { first, second }.Intersect([idle, inUse]));
        Assert.All([idle, inUse], r => Assert.Equal(ConnectionState.Closed, r.Connection.State));
    }

    [Fact]
    public async Task No_more_are_kept_than_it_is_said()
    {
        var readers = new SqliteReaders();
        var all = new List<SqliteReader>();
        for (int i = 0; i < SqliteReaders.MostIdle + 3; i++)
        {
            all.Add(new SqliteReader(await database.OpenAsync(Cancel), database.Sql, readers.Generation, readers.GiveBack));
        }

        all.ForEach(r => r.Dispose());
        Assert.Equal(SqliteReaders.MostIdle, readers.Idle);
        Assert.Equal(3, all.Count(r => r.Connection.State == ConnectionState.Closed));
        readers.Clear();
        Assert.Equal(0, readers.Idle);
        Assert.All(all, r => Assert.Equal(ConnectionState.Closed, r.Connection.State));
    }

    private Task AddAsync(int id, string system) => SqliteFile.RunAsync(file, $"INSERT INTO sources VALUES ({id}, 'kent', '{system}')");
}
