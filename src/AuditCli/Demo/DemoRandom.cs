using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AuditCli.Demo;

/// <summary>
/// Numbers for the simulation, the same on every machine: SplitMix64 (Steele, Lea and Flood 2014) begun from the
/// SHA-256 of a text. Only the simulation uses it; draws have a seed and tickets of their own.
/// </summary>
internal sealed class DemoRandom
{
    private ulong state;

    public DemoRandom(string text) => state = BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Begins from a number; for one report of many, where hashing a text each would cost.</summary>
    public DemoRandom(ulong number) => state = Mix(number * 0x9E3779B97F4A7C15);

    /// <summary>A share, 0 to below 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True with a probability.</summary>
    public bool Chance(double probability) => Share() < probability;

    /// <summary>A whole number from the least to the most, both included.</summary>
    public int Between(int least, int most) => least + (int)(Share() * (most - least + 1));

    /// <summary>Puts a list into a random order (Fisher and Yates).</summary>
    public void Shuffle<T>(IList<T> list)
    {
        for (int i = list.Count - 1; i > 0; i--)
        {
            int j = Between(0, i);
            (list[i], list[j]) = (list[j], list[i]);
        }
    }

    private ulong Next() => Mix(state += 0x9E3779B97F4A7C15);

    /// <summary>Also where a number begins a sequence: neighbours must not run through the same states one step apart.</summary>
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
