using System.Runtime.CompilerServices;

namespace AuditServer.Audits.Frames;

/// <summary>Units of a force whose time begins in a range; with cancelled crimes and N100s, where an audit asks for them.</summary>
internal readonly record struct UnitsQuestion(string Force, long FromMicros, long ToMicros, bool WithRecords)
{
    /// <summary>Whether a time lies in the range.</summary>
    public bool Holds(long micros) => micros >= FromMicros && micros < ToMicros;

    /// <summary>Reads the units as of a snapshot.</summary>
    public async IAsyncEnumerable<WindowUnit> ReadAsync(IAuditSnapshot snapshot, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (WindowUnit unit in snapshot.ReadUnitsAsync(Force, FromMicros, ToMicros, cancel))
        {
            yield return unit;
        }

        if (WithRecords)
        {
            await foreach (WindowUnit unit in snapshot.ReadRecordsAsync(Force, FromMicros, ToMicros, cancel))
            {
                yield return unit;
            }
        }
    }
}
