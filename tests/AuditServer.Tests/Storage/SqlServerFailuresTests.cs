using System.Data.Common;
using AuditServer.Storage;
using AuditServer.Storage.SqlServer;
using Microsoft.Data.SqlClient;
using Tests.Shared;

namespace AuditServer.Tests.Storage;

public sealed class SqlServerFailuresTests
{
    private readonly SqlServerFailures failures = new();

    public static TheoryData<int> Transient => [.. SqlConfigurableRetryFactory.BaselineTransientErrors];

    [Theory]
    [InlineData(1205)] // deadlock victim
    [InlineData(1222)] // lock time-out
    [InlineData(3960)] // snapshot update conflict
    [InlineData(40613)] // Azure SQL: the database is being moved
    [InlineData(49918)] // Azure SQL: not enough resources for now
    public void A_transaction_that_was_lost_may_be_run_again(int number) => Assert.Equal(StorageFailure.Lost, Of(number));

    [Theory]
    [MemberData(nameof(Transient))]
    public void What_the_provider_calls_passing_is_never_a_fault_of_the_service(int number) =>
        Assert.Contains(Of(number), new[] { StorageFailure.Lost, StorageFailure.Unavailable, StorageFailure.Full });

    [Theory]
    [InlineData(9002)] // transaction log
    [InlineData(1105)] // file group
    [InlineData(1101)] // data file
    [InlineData(1827)] // limit of the edition
    [InlineData(40544)] // quota of Azure SQL
    public void No_space_is_full(int number) => Assert.Equal(StorageFailure.Full, Of(number));

    [Theory]
    [InlineData(-2)] // command time-out
    [InlineData(3906)] // read-only
    [InlineData(911)] // not there
    [InlineData(942)] // offline
    [InlineData(4060)] // cannot be opened
    [InlineData(18456)] // log-in refused
    [InlineData(229)] // permission taken away
    public void What_time_or_an_operator_mends_is_unavailable(int number) => Assert.Equal(StorageFailure.Unavailable, Of(number));

    [Theory]
    [InlineData(20)]
    [InlineData(24)]
    public void A_connection_that_the_server_closed_is_unavailable_whatever_its_number(byte severity) =>
        Assert.Equal(StorageFailure.Unavailable, failures.Of(SqlServerErrors.Of(999_999, severity, "")));

    [Theory]
    [InlineData(51000)] // the triggers of the log
    [InlineData(207)] // unknown column
    [InlineData(8152)] // text too long
    [InlineData(2627)] // a key that is taken, and no index of the log
    [InlineData(2601)]
    public void What_asking_again_does_not_mend_is_a_fault_of_the_service(int number) => Assert.Equal(StorageFailure.None, Of(number));

    [Theory]
    [InlineData(2627, true)]
    [InlineData(2601, true)]
    [InlineData(547, false)]
    public void A_taken_key_loses_the_turn_where_entries_are_appended(int number, bool taken)
    {
        DbException exception = SqlServerErrors.Of(number, 14, "");
        Assert.Equal(taken, SqlServerFailures.IsTaken(exception));
        Assert.Equal(StorageFailure.Lost, failures.Of(new TurnLostException(exception)));
    }

    [Fact]
    public void Another_version_of_the_schema_is_unavailable() =>
        Assert.Equal(StorageFailure.Unavailable, failures.Of(new SchemaMismatchException(2, 1)));

    [Fact]
    public void A_pool_without_a_free_connection_is_unavailable_and_a_mistake_of_the_program_is_not()
    {
        Assert.Equal(StorageFailure.Unavailable, failures.Of(new InvalidOperationException("Timeout expired.") { Source = "Microsoft.Data.SqlClient" }));
        Assert.Equal(StorageFailure.None, failures.Of(new InvalidOperationException("Sequence contains no elements") { Source = "System.Linq" }));
    }

    [Fact]
    public void Of_several_errors_the_one_that_no_rerun_mends_counts()
    {
        Assert.Equal(StorageFailure.Full, failures.Of(SqlServerErrors.Together(1205, 9002)));
        Assert.Equal(StorageFailure.Unavailable, failures.Of(SqlServerErrors.Together(1205, 3906)));
    }

    private StorageFailure Of(int number) => failures.Of(SqlServerErrors.Of(number, 16, ""));
}
