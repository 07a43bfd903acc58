using AuditCli.Input;
using AuditCore.Estimation;

namespace AuditCli.Calc;

/// <summary>One case of a <c>calc weighted</c> file.</summary>
/// <param name="Name">What the answer is called.</param>
/// <param name="Volumes">Recorded crime by offence group.</param>
/// <param name="Strata">Counts of each report by offence group.</param>
internal sealed record WeightedDesign(string Name, IReadOnlyList<GroupVolume> Volumes, IReadOnlyList<GroupedStratum> Strata)
{
    /// <summary>Reads a case; problems go to its fields' list, and then the case must not be used.</summary>
    public static WeightedDesign Read(JsonFields fields)
    {
        string name = fields.Text("name");
        GroupVolume[] volumes = [.. fields.NamedCounts("volumes").Select(v => new GroupVolume(v.Name, v.Count))];
        if (!Array.Exists(volumes, v => v.Volume > 0))
            fields.Problem("volumes", "no group has a volume above 0");
        IReadOnlyList<JsonFields> strata = fields.Objects("strata", "stratum", "stratum");
        DesignRules.NoneTwice(fields, "strata", "stratum", strata.Select(s => s.Text("stratum")));
        return new WeightedDesign(name, volumes, [.. strata.Select(s => ReadStratum(s, volumes))]);
    }

    private static GroupedStratum ReadStratum(JsonFields fields, GroupVolume[] volumes)
    {
        long size = fields.Count("frame_size") ?? 0;
        IReadOnlyList<JsonFields> groups = fields.Objects("groups", "group", "group");
        List<string> names = [.. groups.Select(g => g.Text("group"))];
        DesignRules.NoneTwice(fields, "groups", "group", names);
        DesignRules.SameNames(fields, "groups", names, [.. volumes.Select(v => v.Group)]);
        Dictionary<string, IReadOnlyList<ReportCounts>> counts = [];
        foreach ((string name, JsonFields group) in names.Zip(groups))
            counts[name] = ReadGroup(group, size);
        if (counts.Values.Select(reports => reports.Count).Distinct().Count() > 1)
            fields.Problem("groups", "lists must be of one length: entry i of each is about the same report");
        return new GroupedStratum(fields.Where, size, counts);
    }

    private static ReportCounts[] ReadGroup(JsonFields fields, long size)
    {
        int[]? required = fields.Counts("required");
        int[]? recorded = fields.Counts("recorded");
        DesignRules.Sized(fields, "required", required, size);
        DesignRules.Within(fields, "recorded", recorded, "required", required);
        return DesignRules.Pair(required, recorded);
    }
}
