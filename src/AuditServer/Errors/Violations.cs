using System.Globalization;
using System.Text;

namespace AuditServer.Errors;

/// <summary>
/// Gathers everything that is wrong with a request, so that the caller mends it in one go. The check walks the message
/// and says where it is (<see cref="Enter(string)"/>, <see cref="Leave"/>); a path is only written out when something
/// is wrong there, so a good request costs nothing.
/// </summary>
internal sealed class Violations
{
    // Many times what a fault tells of them. A message of two-byte elements could have millions, each a hundred times as large as
    // what is wrong.
    private const int MostKept = 1_000;

    private readonly List<Violation> found = [];
    private readonly List<(string Field, int Index)> path = [];

    public bool Any => Count > 0;

    /// <summary>How many there are, the further ones that are not kept among them.</summary>
    public int Count { get; private set; }

    /// <summary>The first ones.</summary>
    public IReadOnlyList<Violation> Found => found;

    /// <summary>Goes into a field.</summary>
    public void Enter(string field) => path.Add((field, -1));

    /// <summary>Goes into an element of a repeated field.</summary>
    public void Enter(string field, int index) => path.Add((field, index));

    /// <summary>Goes back to where the last <c>Enter</c> was.</summary>
    public void Leave() => path.RemoveAt(path.Count - 1);

    /// <summary>Something is wrong with a field of the message that the check is in; empty for the message itself.</summary>
    public void Add(string field, string description)
    {
        Count++;
        if (found.Count < MostKept)
        {
            found.Add(new Violation(PathTo(field), description));
        }
    }

    /// <summary>Something is wrong with an element of a repeated field.</summary>
    public void Add(string field, int index, string description) =>
        Add(string.Create(CultureInfo.InvariantCulture, $"{field}[{index}]"), description);

    /// <summary>Throws INVALID_FIELDS with all that was gathered, if anything was.</summary>
    /// <exception cref="Fault">Something is wrong.</exception>
    public void ThrowIfAny()
    {
        if (Any)
        {
            throw ToFault();
        }
    }

    /// <summary>INVALID_FIELDS with all that was gathered.</summary>
    public Fault ToFault() => Faults.InvalidFields(found, Count);

    private string PathTo(string field)
    {
        var text = new StringBuilder();
        foreach ((string part, int index) in path)
        {
            text.Append(text.Length > 0 ? "." : "").Append(part);
            if (index >= 0)
            {
                text.Append('[').Append(index.ToString(CultureInfo.InvariantCulture)).Append(']');
            }
        }

        return field.Length == 0 ? text.ToString() : text.Append(text.Length > 0 ? "." : "").Append(field).ToString();
    }
}
