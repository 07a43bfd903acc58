using AuditCli.Import.Maps;
using AuditCli.Input;

namespace AuditCli.Tests.Import;

public class MapReaderTests
{
    private static readonly string[] WrongAll =
    [
        "map test: force: 'ruritania' is not a force; a slug looks like thames-valley",
        "map test: sourceSystem: is missing",
        "map test: updates[0].at.format: 'q' is no format of times; yyyy-MM-dd HH:mm:ss is one",
        "map test: updates[0].at.precision: 'minute' is none of instant, day, month",
        "map test: updates[0].reason: is missing; crimeCancelled needs it",
        "map test: updates[0].deciderKind: 'chief' is none of designated-decision-maker, force-crime-registrar, "
            + "accredited-force-crime-registrar, supervisor, investigating-officer, other, chief-officer",
        "map test: updates[0].colour: is not a key here; at, change, crimeRef, deciderIndependent, deciderKind, identity, otherForceRef, reason, "
            + "victimInformedAt, when are",
        "map test: updates[1].change: 'forgotten' is none of opened, recoded, closed, reopened, qualifiersChanged, crimeAlleged, crimeRecorded, "
            + "crimeReclassified, crimeCancelled, crimeNotRecorded, recordingDelayed, reportedIncidentRecorded",
        "map test: updates[1].at: is missing: the column of the time",
        "map test: updates[2].at.zone: is missing",
        "map test: updates[2].offenceCode: or category must be given, one of them",
        "map test: colour: is not a key here; about, force, identity, sourceSystem, updates are",
    ];

    [Fact]
    public void A_map_with_several_mistakes_names_all_of_them()
    {
        InputException refusal = Assert.Throws<InputException>(() => MapReader.Read(
            """
            {
              "force": "ruritania",
              "identity": { "columns": ["Ref"] },
              "colour": "blue",
              "updates": [
                {
                  "change": "crimeCancelled", "crimeRef": { "column": "Crime" }, "deciderKind": "chief", "colour": "blue",
                  "at": { "column": "At", "format": "q", "precision": "minute" }
                },
                { "change": "forgotten" },
                { "change": "crimeRecorded", "crimeRef": { "column": "Crime" }, "at": { "column": "At", "format": "yyyy-MM-dd HH:mm", "precision": "instant" } }
              ]
            }
            """,
            "test"));
        Assert.Equal(WrongAll.Order(StringComparer.Ordinal), refusal.Problems.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("[]", "must be an object")]
    [InlineData("{", "is not JSON")]
    [InlineData("""{ "sourceSystem": "s", "sourceSystem": "t" }""", "is not JSON")]
    [InlineData("""{ "sourceSystem": "s" }""", "updates: must be an array of objects, at least one")]
    [InlineData("""{ "sourceSystem": "s", "identity": "ref", "updates": [] }""", "identity: must be \"row-hash\" or an object with columns")]
    public void What_is_no_map_at_all_is_refused(string json, string problem) =>
        Assert.Contains(Assert.Throws<InputException>(() => MapReader.Read(json, "test")).Problems, found => found.Contains(problem, StringComparison.Ordinal));

    [Theory]
    [InlineData("""{ "column": "At", "format": "yyyy-MM-ddTHH:mmzzz", "precision": "instant", "zone": "UTC" }""", "must be offset, since the format has one")]
    [InlineData("""{ "column": "At", "format": "yyyy-MM-dd HH:mm", "precision": "instant", "zone": "offset" }""", "the format has none")]
    [InlineData("""{ "column": "At", "format": "yyyy-MM-dd", "precision": "day", "zone": "UTC" }""", "zone: is for instants")]
    [InlineData("""{ "column": "At", "format": "yyyy-MM-dd HH:mm", "precision": "instant", "zone": "UTC", "ambiguous": "later" }""", "ambiguous: is for times of Europe/London")]
    public void Zones_must_fit_formats_and_precision(string at, string problem)
    {
        string json = $$"""{ "sourceSystem": "s", "identity": "row-hash", "updates": [{ "change": "reopened", "at": {{at}} }] }""";
        Assert.Contains(problem, Assert.Single(Assert.Throws<InputException>(() => MapReader.Read(json, "test")).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void The_maps_that_come_with_the_program_are_right()
    {
        Assert.Equal(["crimes-csv", "data.police.uk", "incidents-csv"], MapFiles.Names);
        Assert.All(MapFiles.Names, name => Assert.NotEmpty(MapFiles.Read(name).Updates));
    }

    [Fact]
    public void The_map_in_the_documentation_is_right_and_its_table_names_every_change_and_field()
    {
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "import.md")).ReplaceLineEndings("\n");
        int start = text.IndexOf("```json\n", StringComparison.Ordinal) + 8;
        Assert.Equal(2, MapReader.Read(text[start..text.IndexOf("```", start, StringComparison.Ordinal)], "docs").Updates.Count);
        foreach (ChangeKind kind in ChangeKinds.All)
        {
            string row = text.Split('\n').Single(line => line.StartsWith($"| `{kind.Name}` |", StringComparison.Ordinal));
            Assert.All(kind.Fields.Select(known => known.Name).Concat(kind.Times.Select(time => time.Name)), name => Assert.Contains(name, row, StringComparison.Ordinal));
        }
    }
}
