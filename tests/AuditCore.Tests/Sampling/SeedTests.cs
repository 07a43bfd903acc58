using System.Text;
using AuditCore.Sampling;

namespace AuditCore.Tests.Sampling;

public class SeedTests
{
    /// <summary>SHA-256("abc"), the first example of FIPS 180-2.</summary>
    private const string Abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    [Fact]
    public void The_seed_is_the_hash_of_both_reveals_in_order()
    {
        Assert.Equal(Abc, Seed.FromReveals("a", "bc"));
        Assert.Equal(Abc, Seed.FromReveals("ab"u8, "c"u8));
        Assert.NotEqual(Abc, Seed.FromReveals("bc", "a"));
        Assert.Equal(Seed.FromReveals("é", "ŵ"), Seed.FromReveals(Encoding.UTF8.GetBytes("é"), Encoding.UTF8.GetBytes("ŵ")));
    }

    [Fact]
    public void A_commitment_is_met_by_its_reveal_alone()
    {
        byte[] commitment = Seed.Commitment("abc");

        Assert.Equal(Abc, Convert.ToHexStringLower(commitment));
        Assert.True(Seed.Verify(commitment, "abc"));
        Assert.True(Seed.Verify(commitment, "abc"u8));
        Assert.False(Seed.Verify(commitment, "abC"));
        Assert.False(Seed.Verify(commitment.AsSpan(0, 31), "abc"));
        Assert.False(Seed.Verify([], "abc"));
    }

    [Fact]
    public void An_empty_or_malformed_reveal_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Seed.Commitment(""));
        Assert.Throws<ArgumentException>(() => Seed.FromReveals("a", ""));
        Assert.Throws<ArgumentException>(() => Seed.FromReveals([], "a"u8));
        Assert.ThrowsAny<ArgumentException>(() => Seed.Commitment("\ud800"));
    }
}
