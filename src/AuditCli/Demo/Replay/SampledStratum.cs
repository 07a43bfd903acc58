using CrimeAudit.V1;

namespace AuditCli.Demo.Replay;

/// <summary>A stratum that reports are drawn from.</summary>
/// <param name="Group">The group that its opening code speaks of.</param>
/// <param name="Frame">Reports in the simulated frame.</param>
/// <param name="Sample">Reports drawn.</param>
internal sealed record SampledStratum(OffenceGroup Group, int Frame, int Sample)
{
    /// <summary>Its name, and the opening code of its reports.</summary>
    public string Name => Group switch
    {
        OffenceGroup.Violence => "violence",
        OffenceGroup.Sexual => "sexual",
        _ => "other",
    };

    /// <summary>How many reports each one drawn stands for.</summary>
    public double Weight => (double)Frame / Sample;
}
