using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AuditServer.Sequencing;

namespace Acceptance.Tests.Support;

/// <summary>Salts that are the same in every run: the hash of how many there were before.</summary>
internal sealed class CountedSalts : ISaltSource
{
    private const int Length = 16;

    private long given;

    public byte[] Next() => SHA256.HashData(Encoding.UTF8.GetBytes((given++).ToString(CultureInfo.InvariantCulture)))[..Length];
}
