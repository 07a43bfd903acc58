namespace AuditClient.Tests.Contract;

/// <summary>
/// What of a baseline a contract no longer keeps: the rules FILE of buf, and with them those of the bytes and of the JSON, as far as this
/// contract has what they speak of; and that what JSON paths and error reasons say stays. Additions break nothing.
/// </summary>
internal static class BreakingChanges
{
    /// <returns>A line for each broken fact; empty: nothing is broken.</returns>
    public static IReadOnlyList<string> Between(IEnumerable<(string Key, string Value)> baseline, ContractFacts now)
    {
        Dictionary<string, string> current = now.InOrder.ToDictionary(fact => fact.Key, fact => fact.Value);
        return
        [
            .. baseline.Where(fact => !current.TryGetValue(fact.Key, out string? value) ? !IsReserved(fact, current) : value != fact.Value)
                .Select(fact => current.TryGetValue(fact.Key, out string? value)
                    ? $"{fact.Key} was '{fact.Value}' and is '{value}'"
                    : $"{fact.Key} was '{fact.Value}' and is gone"),
        ];
    }

    /// <summary>A field may go when neither its number nor its name can come back with another meaning.</summary>
    private static bool IsReserved((string Key, string Value) fact, Dictionary<string, string> current)
    {
        if (fact.Key.Split(' ') is not ["field", string message, string number])
        {
            return false;
        }

        string name = fact.Value.Split(',')[0].Split(' ')[^1];
        return current.ContainsKey($"reserved {message} {number}") && current.ContainsKey($"reserved {message} {name}");
    }
}
