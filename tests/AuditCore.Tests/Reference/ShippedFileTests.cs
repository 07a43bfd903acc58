using System.Security.Cryptography;

namespace AuditCore.Tests.Reference;

public class ShippedFileTests
{
    [Theory]
    [InlineData("forces.csv", "91e1f08c13761695dc627c1ef514ed0a52639e239ab39024ae80280a28bb161d")]
    [InlineData("notifiable-offences-2026-27.csv", "d90d4766c2f7d123f77ff4295fe97b8329680b0d808057235838a21b6dd3f130")]
    [InlineData("notifiable-reported-incidents-2026-27.csv", "be8c6c3bfb6f210f8d4b77c6862f85c11c2b8cef368f19b9f7c87ae0fb28cead")]
    [InlineData("recorded-crime-by-force.csv", "1d199879f3d9a01aa78da5cef89a08701b15109a10ccbd551c5a211f03c90722")]
    [InlineData("published-cdi-results.csv", "a308d4a8861709f3223971c6708391ef37e0df4f8b7d3f8dbb9cff9d0157d425")]
    public void Published_files_are_shipped_byte_for_byte(string name, string sha256)
    {
        using Stream stream = ShippedFile.Open(name);
        Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }
}
