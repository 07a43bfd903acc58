using System.Collections.Concurrent;
using AuditCli.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Import.Tracking;

/// <summary>What the server said of updates it refused, until their rows are settled. The writer tells it from another thread.</summary>
internal sealed class ServerRefusals
{
    private const string PathOfOne = "update.";

    private readonly ConcurrentDictionary<long, string> reasons = [];

    /// <exception cref="PermissionException">The credential does not do: no row is to blame, and the next would be refused too.</exception>
    public void Add(RejectedUpdate refused)
    {
        if (refused.Error is PermissionException credential)
        {
            throw credential;
        }

        reasons[refused.Number] = Describe(refused.Update, refused.Error);
    }

    public string? Take(long number) => reasons.TryRemove(number, out string? reason) ? reason : null;

    private static string Describe(IncidentUpdate update, CrimeAuditException error)
    {
        IEnumerable<string> violations = error.Violations.Select(violation => $"{Field(violation.Field)} {violation.Description}");
        string what = error.Violations.Count > 0 ? string.Join(", ", violations) : error.Message;
        string change = update.ChangeCase.ToString();
        return $"{char.ToLowerInvariant(change[0])}{change[1..]} refused by the server ({ReasonNames.Name(error)}): {what}";
    }

    /// <summary>The update is the row here, so its own name says nothing.</summary>
    private static string Field(string path) => path.StartsWith(PathOfOne, StringComparison.Ordinal) ? path[PathOfOne.Length..] : path;
}
