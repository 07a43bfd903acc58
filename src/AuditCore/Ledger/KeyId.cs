using System.Buffers.Binary;
using System.Security.Cryptography;

namespace AuditCore.Ledger;

/// <summary>Ids of Ed25519 keys as C2SP <c>signed-note</c> makes them: the first four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key).</summary>
internal static class KeyId
{
    /// <summary>The signature type of Ed25519.</summary>
    public const byte Ed25519 = 1;

    public static uint Of(string name, ReadOnlySpan<byte> publicKey) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. StrictText.Utf8(name), (byte)'\n', Ed25519, .. publicKey]));
}
