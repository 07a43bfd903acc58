using AuditCli.Import.Rows;

namespace AuditCli.Import.Maps;

/// <summary>What a cell must be for an update to be made of its row.</summary>
/// <param name="Slot">The column.</param>
/// <param name="Words">The texts meant; the blank text among them means a blank cell.</param>
/// <param name="IsAmong">The cell must be one of the words; otherwise none of them.</param>
internal sealed record Condition(int Slot, IReadOnlyCollection<string> Words, bool IsAmong)
{
    public bool Holds(Row row) => Words.Contains(row[Slot]) == IsAmong;
}
