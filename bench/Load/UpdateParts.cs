using CrimeAudit.V1;

namespace Bench.Load;

/// <summary>Parts of one run of updates, made while they are sent.</summary>
internal static class UpdateParts
{
    /// <summary>The next so many.</summary>
    public static IEnumerable<IncidentUpdate> Next(this IEnumerator<IncidentUpdate> updates, int count)
    {
        for (int i = 0; i < count && updates.MoveNext(); i++)
        {
            yield return updates.Current;
        }
    }
}
