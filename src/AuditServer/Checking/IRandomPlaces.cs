using System.Security.Cryptography;

namespace AuditServer.Checking;

/// <summary>Chooses what is looked at again; injected so that a test can choose.</summary>
internal interface IRandomPlaces
{
    /// <summary>A number from 0 to below a bound.</summary>
    long Below(long bound);
}

/// <summary>Places that nobody can foresee, so that nobody knows what is looked at next.</summary>
internal sealed class RandomPlaces : IRandomPlaces
{
    // Of 2^63 numbers, the few that a bound does not divide make no difference.
    public long Below(long bound) => (long)(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))) >> 1) % bound;
}
