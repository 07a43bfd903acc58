using CrimeAudit.V1;
using Step = CrimeAudit.V1.AuditEvent.StepOneofCase;

namespace AuditServer.Audits.Exporting;

/// <summary>How far an audit's steps have drawn each stratum: by the draw, extensions, and reserves.</summary>
internal sealed class SampleSizes
{
    private readonly Dictionary<string, long> byStratum = new(StringComparer.Ordinal);
    private readonly List<string> reserves = [];

    /// <summary>Whether a frame is frozen.</summary>
    public bool HasFrame { get; private set; }

    /// <summary>The seed of the draw; null before it.</summary>
    public string? Seed { get; private set; }

    /// <summary>Takes the next step.</summary>
    public void Take(AuditEvent step)
    {
        switch (step.StepCase)
        {
            case Step.Frozen:
                HasFrame = true;
                break;
            case Step.Drawn:
                Seed = step.Drawn.Seed;
                foreach (FrameStratum stratum in step.Drawn.Strata)
                {
                    byStratum.Add(stratum.Name, stratum.SampleSize);
                }

                break;
            case Step.Extended:
                byStratum[step.Extended.Stratum] += step.Extended.Drawn;
                break;
            case Step.Unavailable when step.Unavailable.ReserveUnitId.Length > 0:
                reserves.Add(step.Unavailable.ReserveUnitId);
                break;
        }
    }

    /// <summary>Units of a stratum drawn in the end. A reserve is counted to the stratum whose unit it is.</summary>
    public long Of(string stratum, IReadOnlyCollection<string> frame)
    {
        HashSet<string> units = reserves.Count == 0 ? [] : frame.ToHashSet(StringComparer.Ordinal);
        return byStratum.GetValueOrDefault(stratum) + reserves.Count(units.Contains);
    }
}
