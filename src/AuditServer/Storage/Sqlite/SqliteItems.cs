using System.Data.Common;
using AuditServer.Audits;
using CrimeAudit.V1;

namespace AuditServer.Storage.Sqlite;

/// <summary>Reads items of samples from rows.</summary>
internal static class SqliteItems
{
    private const int ReviewColumn = 11;

    public static SampleItemRow Read(DbDataReader row) => new(row.GetInt32(0), row.GetInt64(1), row.GetString(2), row.GetString(3))
    {
        State = (ItemState)row.GetInt32(4),
        ReviewEntry = row.IsDBNull(5) ? null : row.GetInt64(5),
        DueMicros = row.IsDBNull(6) ? null : row.GetInt64(6),
        Told = row.GetInt32(7) != 0,
        FirstReviewer = Text(row, 8),
        SecondReviewer = Text(row, 9),
        LaterReviewer = Text(row, 10),
    };

    public static ReviewedItem ReadReviewed(DbDataReader row) =>
        new(Read(row), row.IsDBNull(ReviewColumn) ? null : row.GetFieldValue<byte[]>(ReviewColumn));

    public static CountedReview ReadCounted(DbDataReader row) => new(
        new ItemPlace(row.GetInt32(0), row.GetInt64(1)),
        row.GetString(2),
        (ItemState)row.GetInt32(3),
        row.IsDBNull(4) ? null : row.GetFieldValue<byte[]>(4));

    /// <summary>A step whose index, time and payload stand in three columns.</summary>
    public static LoggedStep ReadStep(DbDataReader row, int column) =>
        new(row.GetInt64(column), row.GetInt64(column + 1), AuditEvent.Parser.ParseFrom(row.GetFieldValue<byte[]>(column + 2)));

    /// <summary>A unit under a token, with the columns of read-erased-units.</summary>
    public static ErasedFrameUnit ReadErased(DbDataReader row) =>
        new(row.GetInt32(0), row.GetInt64(1), row.GetString(2), row.GetFieldValue<byte[]>(3), row.GetString(4));

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
