using System.Security.Cryptography;
using CrimeAudit.V1;
using Google.Protobuf;

namespace CrimeAudit.Client;

/// <summary>Request ids for senders that keep none of their own.</summary>
public static class RequestIds
{
    private const int HashBytesUsed = 16;

    /// <summary>
    /// An id made from the update's content: the same fact told again, by this process or another, is a replay and not
    /// a second entry, so a back-fill can simply be run again. To tell the same fact again after withdrawing it, give
    /// an id of your own.
    /// </summary>
    /// <param name="update">The update; the request id that it may carry does not count.</param>
    /// <returns>32 lower case hex digits.</returns>
    public static string Of(IncidentUpdate update)
    {
        IncidentUpdate content = update;
        if (update.Sender is { RequestId.Length: > 0 })
        {
            content = update.Clone();
            content.Sender.RequestId = "";
        }

        return Convert.ToHexStringLower(SHA256.HashData(content.ToByteArray()).AsSpan(0, HashBytesUsed));
    }
}
