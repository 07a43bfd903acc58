using CrimeAudit.V1;

namespace AuditCli.Demo.Replay;

/// <summary>A stratum audited whole; each of its reports required one crime.</summary>
/// <param name="Name">Its name, the domain of its crimes, and the opening code of its reports.</param>
/// <param name="Group">Offence group of its crimes.</param>
/// <param name="Required">Crimes required.</param>
/// <param name="RecordedCorrectly">Recorded in the right class.</param>
/// <param name="Misclassified">Recorded in another class.</param>
internal sealed record CensusStratum(string Name, OffenceGroup Group, int Required, int RecordedCorrectly, int Misclassified)
{
    /// <summary>Recorded at all.</summary>
    public int Recorded => RecordedCorrectly + Misclassified;
}
