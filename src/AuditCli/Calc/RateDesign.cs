using AuditCli.Input;
using AuditCore.Estimation;

namespace AuditCli.Calc;

/// <summary>One case of a <c>calc rate</c> file.</summary>
/// <param name="Name">What the answer is called.</param>
/// <param name="Recorded">Strata with crimes required below the line, recorded above.</param>
/// <param name="InTime">The same strata with crimes recorded below the line, recorded in time above.</param>
internal sealed record RateDesign(string Name, IReadOnlyList<Stratum> Recorded, IReadOnlyList<Stratum> InTime)
{
    /// <summary>Reads a case; problems go to its fields' list, and then the case must not be used.</summary>
    public static RateDesign Read(JsonFields fields)
    {
        string name = fields.Text("name");
        IReadOnlyList<JsonFields> strata = fields.Objects("strata", "stratum", "stratum");
        DesignRules.NoneTwice(fields, "strata", "stratum", strata.Select(s => s.Text("stratum")));
        List<(Stratum Recorded, Stratum InTime)> read = [.. strata.Select(ReadStratum)];
        return new RateDesign(name, [.. read.Select(s => s.Recorded)], [.. read.Select(s => s.InTime)]);
    }

    private static (Stratum Recorded, Stratum InTime) ReadStratum(JsonFields fields)
    {
        string name = fields.Where;
        long size = fields.Count("frame_size") ?? 0;
        int[]? required = fields.Counts("required");
        int[]? recorded = fields.Counts("recorded");
        int[]? inTime = fields.Counts("recorded_in_time");
        DesignRules.Sized(fields, "required", required, size);
        DesignRules.Within(fields, "recorded", recorded, "required", required);
        DesignRules.Within(fields, "recorded_in_time", inTime, "recorded", recorded);
        return (new Stratum(name, size, DesignRules.Pair(required, recorded)), new Stratum(name, size, DesignRules.Pair(recorded, inTime)));
    }
}
