namespace AuditServer.Checking;

/// <summary>Collects damages: those found first in the log, and how many there are.</summary>
internal sealed class Damages
{
    /// <summary>How many are kept.</summary>
    public const int Kept = 100;

    private readonly List<Damage> first = [];
    private readonly List<Damage> pending = [];

    /// <summary>The first ones, in the order of the log.</summary>
    public IReadOnlyList<Damage> First => first;

    public long Count { get; private set; }

    /// <summary>The first entry that any of them concerns; null when there is none.</summary>
    public long? FirstIndex { get; private set; }

    public void Add(Damage damage) => pending.Add(damage);

    /// <summary>Puts in order what was found of a part of the log, which several checks went over one after the other.</summary>
    public void EndPart()
    {
        // Stable, so that of one entry the cause stands before what follows from it.
        foreach (Damage damage in pending.OrderBy(d => d.Index))
        {
            Count++;
            FirstIndex = Math.Min(FirstIndex ?? damage.Index, damage.Index);
            if (first.Count < Kept)
            {
                first.Add(damage);
            }
        }

        pending.Clear();
    }
}
