using System.Globalization;
using System.Text;

namespace AuditServer.Security.Accesses;

/// <summary>A row of the access log.</summary>
/// <param name="Index">Dense from 0.</param>
/// <param name="AtMicros">When it was written, before the records were told, µs since 1970 UTC.</param>
/// <param name="Subject">As in <see cref="AccessNote"/>.</param>
/// <param name="Roles">As in <see cref="AccessNote"/>.</param>
/// <param name="HomeForces">As in <see cref="AccessNote"/>.</param>
/// <param name="Method">As in <see cref="AccessNote"/>.</param>
/// <param name="Force">Slug of the force of the records; empty where they are of several, or of none.</param>
/// <param name="Records">Which records, <c>incident 17</c>.</param>
/// <param name="Number">How many.</param>
internal sealed record AccessRow(
    long Index, long AtMicros, string Subject, string Roles, string HomeForces, string Method, string Force, string Records, long Number)
{
    private const string Version = "crimeaudit-access/1";

    /// <summary>The row of a note.</summary>
    public static AccessRow Of(long index, long atMicros, AccessNote note) => new(
        index, atMicros, note.Subject, note.Roles, note.HomeForces, note.Method, note.Told.Force, note.Told.Text, note.Told.Number);

    /// <summary>
    /// What the digest is made of: ten lines of UTF-8, each ended by a line feed. No component holds a control character, so none can pass
    /// for another one's line.
    /// </summary>
    public byte[] ToText() => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"{Version}\n{Index}\n{AtMicros}\n{Subject}\n{Roles}\n{HomeForces}\n{Method}\n{Force}\n{Records}\n{Number}\n"));
}
