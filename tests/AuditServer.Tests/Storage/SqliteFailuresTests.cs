using AuditServer.Storage;
using AuditServer.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace AuditServer.Tests.Storage;

public sealed class SqliteFailuresTests
{
    private readonly SqliteFailures failures = new();

    [Theory]
    [InlineData(5, 5)] // BUSY
    [InlineData(6, 6)] // LOCKED
    [InlineData(8, 8)] // READONLY
    [InlineData(8, 1032)] // READONLY_DBMOVED
    [InlineData(10, 778)] // IOERR_WRITE
    [InlineData(14, 14)] // CANTOPEN
    public void An_engine_that_cannot_be_reached_read_or_written_is_unavailable(int code, int extended) =>
        Assert.Equal(StorageFailure.Unavailable, failures.Of(new SqliteException("", code, extended)));

    [Theory]
    [InlineData(5, 517)] // BUSY_SNAPSHOT
    [InlineData(4, 516)] // ABORT_ROLLBACK
    [InlineData(15, 15)] // PROTOCOL
    public void A_transaction_that_another_one_overtook_is_lost(int code, int extended) =>
        Assert.Equal(StorageFailure.Lost, failures.Of(new SqliteException("", code, extended)));

    [Fact]
    public void A_taken_index_is_a_lost_turn() =>
        Assert.Equal(StorageFailure.Lost, failures.Of(new TurnLostException(new SqliteException("", 19, 1555))));

    [Fact]
    public void A_full_disk_is_full() => Assert.Equal(StorageFailure.Full, failures.Of(new SqliteException("", 13)));

    [Theory]
    [InlineData(1, 1)] // ERROR
    [InlineData(11, 11)] // CORRUPT
    [InlineData(19, 1555)] // CONSTRAINT_PRIMARYKEY
    public void What_asking_again_does_not_mend_is_a_fault_of_the_service(int code, int extended) =>
        Assert.Equal(StorageFailure.None, failures.Of(new SqliteException("", code, extended)));

    [Fact]
    public void An_IOException_from_elsewhere_is_not_the_engines() => Assert.Equal(StorageFailure.None, failures.Of(new IOException("a socket")));
}
