namespace CrimeAudit.Client;

/// <summary>What a writer found in its spool when it opened.</summary>
/// <param name="Directory">The folder.</param>
/// <param name="Unacknowledged">Updates that are there without a result; they are sent first, in order, with their request ids.</param>
/// <param name="FirstNumber">
/// The place of the first of them among everything ever written to this spool, from 1; of the next one to be written when there is none.
/// </param>
/// <param name="TornTail">
/// What an append that was interrupted left at the end, which was cut off: it was no whole update, and its write had not returned. Null: nothing.
/// </param>
/// <param name="AcknowledgementLost">
/// How far the service had answered could not be read. All that is there is sent again; what the service has already, it answers as a replay.
/// </param>
public sealed record SpoolRecovery(string Directory, long Unacknowledged, long FirstNumber, SpoolTornTail? TornTail, bool AcknowledgementLost);
