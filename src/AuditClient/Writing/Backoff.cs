using System.Security.Cryptography;

namespace CrimeAudit.Client;

/// <summary>Pauses that double until something succeeds, spread by up to half so that writers do not return all at once.</summary>
internal sealed class Backoff(TimeSpan first, TimeSpan longest)
{
    private const int SpreadSteps = 1000;
    private TimeSpan? grown;

    public void Reset() => grown = null;

    /// <param name="asked">What the service asked for; the pause is never shorter.</param>
    public TimeSpan Next(TimeSpan? asked)
    {
        TimeSpan next = grown ?? first;
        TimeSpan pause = next * (0.5 + (RandomNumberGenerator.GetInt32(SpreadSteps + 1) / (2.0 * SpreadSteps)));
        grown = next * 2 < longest ? next * 2 : longest;
        return asked > pause ? asked.Value : pause;
    }
}
