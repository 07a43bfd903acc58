using AuditCore.Estimation;
using AuditServer.Rates;
using CrimeAudit.V1;

namespace AuditServer.Audits.Quality;

/// <summary>Counts findings of a kind, those looked at again, and what became of them.</summary>
internal sealed class Overturns
{
    private readonly OverturnRate counts = new();

    public void Found() => counts.Found++;

    public void Challenged() => counts.Challenged++;

    /// <summary>Counts a challenge that was decided.</summary>
    /// <param name="finding">What was looked at again.</param>
    /// <param name="standing">What stands instead.</param>
    public void Decided(Review finding, Review standing)
    {
        counts.Decided++;
        counts.Changed += ReviewFindings.Agree(finding, standing) ? 0 : 1;
        counts.Overturned += ReviewFindings.IsFail(finding) == ReviewFindings.IsFail(standing) ? 0 : 1;
    }

    public OverturnRate ToMessage(double level)
    {
        OverturnRate message = counts.Clone();
        if (message.Decided > 0)
        {
            message.Rate = (double)message.Overturned / message.Decided;
            message.Wilson = BinomialIntervals.Wilson((int)message.Overturned, (int)message.Decided, level).ToMessage();
        }

        return message;
    }
}
