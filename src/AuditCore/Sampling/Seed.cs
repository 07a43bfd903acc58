using System.Security.Cryptography;
using System.Text;

namespace AuditCore.Sampling;

/// <summary>
/// A seed that nobody could have picked. Audit lead and force each think of a reveal, publish its commitment before the frame is frozen,
/// and reveal afterwards: neither can steer the seed, because neither knows the other's reveal when it commits.
/// </summary>
/// <remarks>
/// A commitment hides its reveal only when the reveal cannot be guessed: use at least 16 random bytes, written as text (hexadecimal, or
/// dice). The commitments fix each reveal, so joining the two without a separator leaves no choice to anyone.
/// </remarks>
public static class Seed
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What to publish before revealing: SHA-256 of the reveal's UTF-8.</summary>
    /// <param name="reveal">The secret text, not empty.</param>
    /// <returns>32 bytes.</returns>
    /// <exception cref="ArgumentException">The reveal is empty or not well-formed Unicode.</exception>
    public static byte[] Commitment(string reveal)
    {
        ArgumentException.ThrowIfNullOrEmpty(reveal);
        return Commitment(Strict.GetBytes(reveal));
    }

    /// <summary>What to publish before revealing: SHA-256 of the reveal's bytes.</summary>
    /// <param name="reveal">The secret, not empty.</param>
    /// <returns>32 bytes.</returns>
    /// <exception cref="ArgumentException">The reveal is empty.</exception>
    public static byte[] Commitment(ReadOnlySpan<byte> reveal)
    {
        ThrowIfEmpty(reveal, nameof(reveal));
        return SHA256.HashData(reveal);
    }

    /// <summary>Whether a reveal is the one committed to.</summary>
    /// <param name="commitment">The published commitment; of any length but 32 it is never met.</param>
    /// <param name="reveal">The revealed text, not empty.</param>
    /// <returns>True when the reveal's commitment is the published one.</returns>
    /// <exception cref="ArgumentException">The reveal is empty or not well-formed Unicode.</exception>
    public static bool Verify(ReadOnlySpan<byte> commitment, string reveal) => commitment.SequenceEqual(Commitment(reveal));

    /// <summary>Whether a reveal is the one committed to.</summary>
    /// <param name="commitment">The published commitment; of any length but 32 it is never met.</param>
    /// <param name="reveal">The revealed bytes, not empty.</param>
    /// <returns>True when the reveal's commitment is the published one.</returns>
    /// <exception cref="ArgumentException">The reveal is empty.</exception>
    public static bool Verify(ReadOnlySpan<byte> commitment, ReadOnlySpan<byte> reveal) => commitment.SequenceEqual(Commitment(reveal));

    /// <summary>The seed of two reveals: SHA-256 of the lead's UTF-8 followed by the force's, in lower-case hexadecimal.</summary>
    /// <param name="lead">The audit lead's reveal, not empty.</param>
    /// <param name="force">The force's reveal, not empty.</param>
    /// <returns>64 characters, to be used as the seed's text.</returns>
    /// <exception cref="ArgumentException">A reveal is empty or not well-formed Unicode.</exception>
    public static string FromReveals(string lead, string force)
    {
        ArgumentException.ThrowIfNullOrEmpty(lead);
        ArgumentException.ThrowIfNullOrEmpty(force);
        return FromReveals(Strict.GetBytes(lead), Strict.GetBytes(force));
    }

    /// <summary>The seed of two reveals: SHA-256 of the lead's bytes followed by the force's, in lower-case hexadecimal.</summary>
    /// <param name="lead">The audit lead's reveal, not empty.</param>
    /// <param name="force">The force's reveal, not empty.</param>
    /// <returns>64 characters, to be used as the seed's text.</returns>
    /// <exception cref="ArgumentException">A reveal is empty.</exception>
    public static string FromReveals(ReadOnlySpan<byte> lead, ReadOnlySpan<byte> force)
    {
        ThrowIfEmpty(lead, nameof(lead));
        ThrowIfEmpty(force, nameof(force));
        return Convert.ToHexStringLower(SHA256.HashData([.. lead, .. force]));
    }

    private static void ThrowIfEmpty(ReadOnlySpan<byte> reveal, string name)
    {
        if (reveal.IsEmpty)
            throw new ArgumentException("A reveal must not be empty.", name);
    }
}
