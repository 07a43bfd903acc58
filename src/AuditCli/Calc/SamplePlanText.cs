using System.Globalization;
using AuditCli.Input;
using AuditCli.Support;
using AuditCore.Sampling.Planning;
using Spectre.Console;

namespace AuditCli.Calc;

/// <summary>Writes a planned sample.</summary>
internal static class SamplePlanText
{
    public static void Json(SamplePlan plan, TextWriter output) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("strata");
        foreach (PlannedStratum stratum in plan.Strata)
        {
            json.WriteStartObject();
            json.WriteString("name", stratum.Name);
            json.Defined("frame_size", stratum.FrameSize);
            json.WriteNumber("sample_size", stratum.SampleSize);
            json.WriteBoolean("census", stratum.IsCensus);
            json.WriteNumber("expected_crimes", stratum.ExpectedCrimes);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("total_sample_size", plan.TotalSampleSize);
        json.WriteNumber("total_expected_crimes", plan.TotalExpectedCrimes);
        json.Defined("crimes_wanted", plan.CrimesWanted);
        json.Defined("crimes_wanted_of_frame", plan.CrimesWantedOfFrame);
        json.WriteNumber("expected_half_width", plan.ExpectedHalfWidth);
        if (plan.IsEnough is bool enough)
            json.WriteBoolean("enough", enough);
        json.WriteNumber("z", plan.Z);
        json.WriteEndObject();
    });

    public static Table Table(SamplePlan plan)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumn("stratum");
        foreach (string column in new[] { "in the frame", "to draw", "crimes expected" })
            table.AddColumn(new TableColumn(column).RightAligned());
        foreach (PlannedStratum s in plan.Strata)
            table.AddRow(s.Name, s.FrameSize is { } size ? NumberText.Of(size) : "", NumberText.Of(s.SampleSize) + (s.IsCensus ? " (census)" : ""), Crimes(s.ExpectedCrimes));
        return table.AddRow("all", "", NumberText.Of(plan.TotalSampleSize), Crimes(plan.TotalExpectedCrimes));
    }

    public static string Summary(SamplePlan plan)
    {
        string wanted = plan.CrimesWanted is { } crimes ? $"; wanted are {NumberText.Of(crimes)} crimes, {NumberText.Of(plan.CrimesWantedOfFrame!.Value)} of this frame" : "";
        string enough = plan.IsEnough is false ? "; not enough for the half-width wanted" : "";
        return string.Create(CultureInfo.InvariantCulture, $"± {100 * plan.ExpectedHalfWidth:0.00} points to be expected{wanted}{enough}");
    }

    private static string Crimes(double number) => number.ToString("N1", CultureInfo.InvariantCulture);
}
