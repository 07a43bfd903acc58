using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bench.Baselines;
using Bench.Growth;
using Bench.Load;
using Bench.Serving;

namespace Bench.Sampling;

/// <summary>The least that freezing and drawing can take, and what one would write instead.</summary>
internal static class BareSampling
{
    private const int Batch = 10_000;

    /// <summary>Unit ids as long as those of the frame.</summary>
    public static string[] Units(long count) =>
    [
        .. Enumerable.Range(0, (int)count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{SampleUpdates.Force}/storm/URN-{i:00000000}")),
    ];

    /// <summary>SHA-256 of seed and unit id for every unit, and nothing else.</summary>
    public static double HashMilliseconds(string[] units)
    {
        Span<byte> text = new byte[512];
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        int seed = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData("271828182845"u8)), text);
        long started = Stopwatch.GetTimestamp();
        foreach (string unit in units)
        {
            SHA256.HashData(text[..(seed + Encoding.UTF8.GetBytes(unit, text[seed..]))], digest);
        }

        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>The draw that one would write instead. Nobody can repeat it.</summary>
    public static double OrderByRandomMilliseconds(string file, int sample)
    {
        long started = Stopwatch.GetTimestamp();
        DatabaseFile.Ask(file, $"SELECT ref FROM incidents WHERE force = '{SampleUpdates.Force}' ORDER BY random() LIMIT {sample}");
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>The units written straight into the engine, in order.</summary>
    public static double WriteMilliseconds(string[] units)
    {
        using var folder = new TemporaryFolder();
        using var database = new BareDatabase(Path.Combine(folder.Path, "units.db"));
        database.Run("""
            CREATE TABLE frame_units (audit_no INTEGER NOT NULL, stratum INTEGER NOT NULL, unit_id TEXT NOT NULL,
              PRIMARY KEY (audit_no, stratum, unit_id)) STRICT, WITHOUT ROWID;
            """);
        long started = Stopwatch.GetTimestamp();
        foreach (string[] chunk in units.Chunk(Batch))
        {
            database.Commit(() =>
            {
                foreach (string unit in chunk)
                {
                    database.Statement("INSERT INTO frame_units VALUES (1, 0, $unit_id)", "unit_id").Run(unit);
                }
            });
        }

        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
