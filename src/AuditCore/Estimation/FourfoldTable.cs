namespace AuditCore.Estimation;

/// <summary>Crimes of one class by whether a report is at a level, and by whether they fell short (were not recorded, or not accounted for).</summary>
/// <param name="LevelShort">a: at the level and short.</param>
/// <param name="LevelMet">b: at the level and not short.</param>
/// <param name="RestShort">c: elsewhere and short.</param>
/// <param name="RestMet">d: elsewhere and not short.</param>
public readonly record struct FourfoldTable(long LevelShort, long LevelMet, long RestShort, long RestMet)
{
    /// <summary>All crimes of the table.</summary>
    public long Total => LevelShort + LevelMet + RestShort + RestMet;

    /// <summary>R = ad/n.</summary>
    internal double Concordant => (double)LevelShort * RestMet / Total;

    /// <summary>S = bc/n.</summary>
    internal double Discordant => (double)LevelMet * RestShort / Total;

    /// <summary>P = (a + d)/n.</summary>
    internal double ShareConcordant => (double)(LevelShort + RestMet) / Total;
}
