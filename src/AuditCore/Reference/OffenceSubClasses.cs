namespace AuditCore.Reference;

/// <summary>The sub classes of the list, in one spelling each; the list varies the case.</summary>
internal static class OffenceSubClasses
{
    public const string Rape = "Rape";

    private static readonly Dictionary<string, string> Known = new[]
    {
        "Homicide", "Violence with injury", "Violence without injury", "Stalking and harassment",
        "Death or serious injury caused by illegal driving", Rape, "Other sexual offences",
        "Residential burglary of a home", "Residential burglary of unconnected building", "Burglary business and community",
        "Theft from the person", "Bicycle theft", "Shoplifting", "Other theft",
        "Arson", "Criminal damage", "Trafficking of drugs", "Possession of drugs",
    }.ToDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    public static string? Find(string name) => Known.GetValueOrDefault(name);
}
