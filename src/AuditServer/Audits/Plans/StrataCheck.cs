using AuditServer.Errors;
using CrimeAudit.V1;
using Google.Protobuf.Collections;

namespace AuditServer.Audits.Plans;

/// <summary>Checks the strata of a plan.</summary>
internal static class StrataCheck
{
    private const int MostStrata = 50;
    private const int LargestSample = 100_000;
    private const int MostValues = 100;
    private const int LongestCode = 64;

    /// <param name="strata">The strata.</param>
    /// <param name="sized">Each must say how many units to draw; otherwise it may.</param>
    /// <param name="violations">What is wrong.</param>
    public static void Check(RepeatedField<Stratum> strata, bool sized, Violations violations)
    {
        if (!violations.Number("strata", strata.Count, 1, MostStrata))
        {
            return;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < strata.Count; i++)
        {
            violations.Enter("strata", i);
            if (!FieldChecks.IsTag(strata[i].Name))
            {
                violations.Add("name", "needs 1 to 40 lower case letters, digits or hyphens");
            }
            else if (!names.Add(strata[i].Name))
            {
                violations.Add("name", $"'{strata[i].Name}' is the name of an earlier stratum");
            }

            violations.Defined("population", strata[i].Population, zeroAllowed: false);
            CheckSize(strata[i], sized, violations);
            CheckFilter(strata[i].Filter ?? new StratumFilter(), violations);
            RecordFilterCheck.Check(strata[i], violations);
            CheckMerge(strata[i], strata, violations);
            violations.Leave();
        }
    }

    private static void CheckSize(Stratum stratum, bool sized, Violations violations)
    {
        switch (stratum.SizeCase)
        {
            case Stratum.SizeOneofCase.SampleSize when stratum.SampleSize is < 1 or > LargestSample:
                violations.Add("sample_size", $"is {stratum.SampleSize}; 1 to {LargestSample} are allowed");
                break;
            case Stratum.SizeOneofCase.Census when !stratum.Census:
                violations.Add("census", "is false; leave it out and give a sample_size");
                break;
            case Stratum.SizeOneofCase.None when sized:
                violations.Add("size", "is missing: a sample_size or census");
                break;
            default:
                break;
        }
    }

    /// <summary>One step only, and within a population: what is merged is what the plan's reader can see at a glance.</summary>
    private static void CheckMerge(Stratum stratum, RepeatedField<Stratum> strata, Violations violations)
    {
        string into = stratum.MergeSingletonsInto;
        if (into.Length == 0)
        {
            return;
        }

        Stratum? other = strata.FirstOrDefault(s => s.Name == into);
        if (other is null || into == stratum.Name)
        {
            violations.Add("merge_singletons_into", $"'{into}' is not the name of another stratum");
        }
        else if (other.Population != stratum.Population)
        {
            violations.Add("merge_singletons_into", $"'{into}' is of another population");
        }
        else if (other.MergeSingletonsInto.Length > 0)
        {
            violations.Add("merge_singletons_into", $"'{into}' is merged itself, into '{other.MergeSingletonsInto}'");
        }
    }

    private static void CheckFilter(StratumFilter filter, Violations violations)
    {
        violations.Enter("filter");
        violations.Number("opening_codes", filter.OpeningCodes.Count, 0, MostValues);
        violations.Number("qualifiers", filter.Qualifiers.Count, 0, MostValues);
        violations.Number("offence_groups", filter.OffenceGroups.Count, 0, MostValues);
        for (int i = 0; i < filter.OpeningCodes.Count; i++)
        {
            if (filter.OpeningCodes[i].Length is 0 or > LongestCode)
            {
                violations.Add("opening_codes", i, $"needs 1 to {LongestCode} characters");
            }
        }

        for (int i = 0; i < filter.Qualifiers.Count; i++)
        {
            if (!FieldChecks.IsTag(filter.Qualifiers[i]))
            {
                violations.Add("qualifiers", i, "needs 1 to 40 lower case letters, digits or hyphens");
            }
        }

        GroupsCheck.Check("offence_groups", filter.OffenceGroups, violations);
        violations.Leave();
    }
}
