using System.Globalization;
using CrimeAudit.V1;

namespace AuditCore.Recording.Rules;

/// <summary>
/// Reads a version. It keeps what the version that it rests on says, in that order, but for what it says anew or ends; it never keeps
/// a citation, which belongs to one text.
/// </summary>
internal sealed class RuleVersionReader(JsonFields fields, RuleVersion? before)
{
    private const string Day = "yyyy-MM-dd";
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private readonly Dictionary<string, Citation> citations = new(StringComparer.Ordinal);
    private readonly HashSet<string> uncited = new(StringComparer.Ordinal);
    private bool cites;

    public RuleVersion Read()
    {
        ReadCitations();
        IReadOnlyList<string> ends = fields.Texts("ends");
        CheckBasis(ends);
        RuleVersion version = ReadVersion(ends);
        CheckCitations();
        if (version.OfKind(RuleKind.RecordedInTime).Count != 1)
        {
            fields.Refuse("rules", "need exactly one of kind recorded-in-time, which cites the deadline");
        }

        fields.Done();
        return version;
    }

    private RuleVersion ReadVersion(IReadOnlyList<string> ends)
    {
        List<Presumption> presumptions = Merge(
            before?.Presumptions, "presumptions", f => new PresumptionReader(f).Read(), p => p.Id, (p, c) => p with { Citation = c }, ends);
        if (presumptions.Sum(p => p.When.Count) > PresumptionIndex.MostConditions)
        {
            fields.Refuse("presumptions", $"have more than {PresumptionIndex.MostConditions} conditions");
            presumptions = [];
        }

        return new RuleVersion
        {
            Name = fields.Text("name"),
            Source = fields.Text("document"),
            RecordingDeadline = TimeSpan.FromHours(fields.Number("recordingDeadlineHours", 1)),
            EffectiveFrom = EffectiveFrom(),
            EffectiveFromInstant = EffectiveFromInstant(),
            Rules = Merge(before?.Rules, "rules", f => new RuleReader(f).Read(), r => r.Id, (r, c) => r with { Citation = c }, ends),
            Presumptions = presumptions,
            Exclusions = Merge(before?.Exclusions, "exclusions", ReadExclusion, e => e.Id, (e, c) => e with { Citation = c }, ends),
        };
    }

    private void CheckCitations()
    {
        foreach (string id in uncited)
        {
            fields.Refuse("citations", $"do not say where '{id}' is written");
        }

        foreach (string id in citations.Keys)
        {
            fields.Refuse("citations", $"are about '{id}', which the version does not have");
        }
    }

    private void CheckBasis(IReadOnlyList<string> ends)
    {
        if (fields.OptionalText("basedOn") != before?.Name)
        {
            fields.Refuse("basedOn", before is null ? "is for later versions only" : $"should be the version before it, '{before.Name}'");
        }

        HashSet<string> known = [.. Ids(before)];
        foreach (string id in ends.Where(e => !known.Contains(e)))
        {
            fields.Refuse("ends", $"name '{id}', which the version before it does not have");
        }
    }

    private static IEnumerable<string> Ids(RuleVersion? version) => version is null ? []
        : version.Rules.Select(r => r.Id).Concat(version.Presumptions.Select(p => p.Id)).Concat(version.Exclusions.Select(e => e.Id));

    private List<T> Merge<T>(
        IReadOnlyList<T>? kept,
        string name,
        Func<JsonFields, T?> read,
        Func<T, string> id,
        Func<T, Citation, T> cite,
        IReadOnlyList<string> ends)
        where T : class
    {
        List<T> all = [.. (kept ?? []).Where(k => !ends.Contains(id(k)))];
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (T item in fields.Objects(name).Select(read).OfType<T>())
        {
            if (!said.Add(id(item)))
            {
                fields.Refuse(name, $"say '{id(item)}' twice");
            }

            int at = all.FindIndex(a => id(a) == id(item));
            if (at < 0)
            {
                all.Add(item);
            }
            else
            {
                all[at] = item;
            }
        }

        return [.. all.Select(a => cite(a, CitationOf(id(a))))];
    }

    private Citation CitationOf(string id)
    {
        if (citations.Remove(id, out Citation? citation))
        {
            return citation;
        }

        if (cites)
        {
            uncited.Add(id);
        }

        return Citation.None;
    }

    private void ReadCitations()
    {
        foreach (JsonFields entry in fields.Objects("citations"))
        {
            cites = true;
            var citation = new Citation(entry.Text("paragraph"), entry.Text("text"));
            foreach (string id in entry.Texts("ids"))
            {
                if (!citations.TryAdd(id, citation))
                {
                    entry.Refuse("ids", $"cite '{id}' a second time");
                }
            }

            entry.Done();
        }
    }

    private static ExclusionRule? ReadExclusion(JsonFields entry)
    {
        string id = entry.Text("id");
        string title = entry.Text("title");
        NotRecordedReason? reason = entry.Value<NotRecordedReason>("reason", RuleEnums.NotRecordedReason);
        entry.Done();
        return reason is { } known ? new ExclusionRule(id, known, title, Citation.None) : null;
    }

    private DateOnly? EffectiveFrom()
    {
        string? text = fields.OptionalText("effectiveFrom");
        if (before is null && text is null)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            fields.Refuse("effectiveFrom", $"'{text}' is not a day such as 2026-04-01");
        }
        else if (day <= before?.EffectiveFrom)
        {
            fields.Refuse("effectiveFrom", "is not after the version before it");
        }

        return day;
    }

    /// <summary>The instant is written out, so that no time-zone data of the machine can move a deadline.</summary>
    private DateTimeOffset? EffectiveFromInstant()
    {
        string? text = fields.OptionalText("effectiveFromUtc");
        if (before is null && text is null)
        {
            return null;
        }

        if (!DateTimeOffset.TryParseExact(text, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant))
        {
            fields.Refuse("effectiveFromUtc", $"'{text}' is not an instant such as 2026-03-31T23:00:00Z");
        }

        return instant;
    }
}
