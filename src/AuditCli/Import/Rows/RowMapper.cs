using AuditCli.Import.Maps;
using CrimeAudit.V1;

namespace AuditCli.Import.Rows;

/// <summary>Makes updates of the row at hand: all that the map says, or none and every problem.</summary>
internal sealed class RowMapper(ImportMap map, ForceMap force)
{
    private readonly List<IncidentUpdate> updates = [];
    private readonly RowProblems problems = new();

    /// <summary>What the last row makes; nothing when it has problems.</summary>
    public IReadOnlyList<IncidentUpdate> Updates => updates;

    /// <summary>What is wrong with the last row.</summary>
    public RowProblems Problems => problems;

    public void Map(SourceRows rows)
    {
        updates.Clear();
        problems.Clear();
        if (!rows.HasForm(problems))
        {
            return;
        }

        string? slug = force.Read(rows.Row, problems);
        bool applied = false;
        foreach (UpdateMap update in map.Updates)
        {
            if (update.AppliesTo(rows.Row))
            {
                applied = true;
                Add(update.Make(rows.Row, slug, map.SourceSystem, problems));
            }
        }

        if (!applied)
        {
            problems.Add("no update of the map applies to the row");
        }

        if (problems.Any)
        {
            updates.Clear();
        }
    }

    private void Add(IncidentUpdate? update)
    {
        if (update is not null)
        {
            updates.Add(update);
        }
    }
}
