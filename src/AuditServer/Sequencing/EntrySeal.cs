namespace AuditServer.Sequencing;

/// <summary>The salt of an entry and the digest made with it. It can be made before the entry has its turn.</summary>
/// <param name="Salt">Random bytes that keep a low-entropy payload from being guessed from its digest.</param>
/// <param name="Digest">SHA-256(salt ‖ payload).</param>
internal sealed record EntrySeal(byte[] Salt, byte[] Digest)
{
    /// <summary>Seals a payload with a salt.</summary>
    public static EntrySeal Of(byte[] salt, byte[] payload) => new(salt, EntryDigest.Of(salt, payload));
}
