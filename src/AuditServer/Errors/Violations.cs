using CrimeAudit.V1;

namespace AuditServer.Errors;

/// <summary>Gathers everything that is wrong with a request, so that the caller mends it in one go.</summary>
internal sealed class Violations
{
    private readonly List<Violation> found = [];

    public bool Any => found.Count > 0;

    public int Count => found.Count;

    public IReadOnlyList<Violation> Found => found;

    public void Add(string field, string description) => found.Add(new Violation(field, description));

    /// <summary>Throws INVALID_FIELDS with all that was gathered, if anything was.</summary>
    /// <exception cref="Fault">Something is wrong.</exception>
    public void ThrowIfAny()
    {
        if (Any)
        {
            throw Faults.InvalidFields(found);
        }
    }
}
