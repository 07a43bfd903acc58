using AuditCli.Import.Maps;

namespace AuditCli.Import;

/// <summary>What to import, and how.</summary>
/// <param name="Csv">Path of the input.</param>
/// <param name="Map">What its columns mean.</param>
/// <param name="Server">Address of the server, to know it again.</param>
internal sealed record ImportSettings(string Csv, ImportMap Map, string Server)
{
    /// <summary>Slug of the force of all rows; null: the map says.</summary>
    public string? Force { get; init; }

    /// <summary>Where rejected rows go.</summary>
    public string Rejects { get; init; } = Csv + ".rejects.csv";

    /// <summary>Send everything, whatever the progress says.</summary>
    public bool Again { get; init; }

    /// <summary>Rows between two writings of the progress.</summary>
    public int KeepEvery { get; init; } = 5_000;

    /// <summary>Updates without a result at most: what an interruption sends again, and what memory holds.</summary>
    public int MaxInFlight { get; init; } = 10_000;

    /// <summary>Told of each row once it is sent; null: nobody is.</summary>
    public Action<long>? OnRowSent { get; init; }

    public string ProgressPath => Csv + ".progress.json";
}
