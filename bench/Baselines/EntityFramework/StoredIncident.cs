namespace Bench.Baselines.EntityFramework;

/// <summary>The state of an incident as it is kept.</summary>
internal sealed class StoredIncident
{
    /// <summary>Its number.</summary>
    public long Id { get; set; }

    /// <summary>Slug of the force.</summary>
    public string Force { get; set; } = "";

    /// <summary>The system that opened it.</summary>
    public string SourceSystem { get; set; } = "";

    /// <summary>Its reference there.</summary>
    public string Ref { get; set; } = "";

    /// <summary>When it was reported.</summary>
    public DateTime? ReportedAt { get; set; }

    /// <summary>Opening code.</summary>
    public string OpeningCode { get; set; } = "";

    /// <summary>Closing code, once closed.</summary>
    public string? ClosingCode { get; set; }

    /// <summary>Area.</summary>
    public string? Area { get; set; }

    /// <summary>Channel.</summary>
    public int Channel { get; set; }

    /// <summary>Alleged crimes.</summary>
    public int AllegedCrimes { get; set; }

    /// <summary>Those that nothing answers.</summary>
    public int OpenCrimes { get; set; }

    /// <summary>Crime records.</summary>
    public int CrimeRecords { get; set; }

    /// <summary>Takes what an update tells.</summary>
    public void Take(UpdateBody update)
    {
        switch (update.Kind)
        {
            case "Opened":
                (ReportedAt, OpeningCode, Area, Channel) = (update.At.UtcDateTime, update.Code, update.Area, update.Channel ?? 0);
                (AllegedCrimes, OpenCrimes) = (AllegedCrimes + 1, OpenCrimes + 1);
                break;
            case "CrimeRecorded":
                (CrimeRecords, OpenCrimes) = (CrimeRecords + 1, OpenCrimes - 1);
                break;
            default:
                ClosingCode = update.Code;
                break;
        }
    }
}
