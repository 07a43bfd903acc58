namespace AuditCore.Reference;

/// <summary>
/// Category names of publishers that give no single Home Office code: the street-level crime of data.police.uk, and the offences of the
/// recorded-crime tables by police force area. Names are compared in any case, white space around them ignored.
/// </summary>
public static class PublishedCategories
{
    /// <summary>The 14 categories of street-level crime (column "Crime type").</summary>
    public static IReadOnlyList<PublishedCategory> StreetLevel { get; } =
    [
        new("Anti-social behaviour", OffenceClass.Unknown, IsCrime: false),
        new("Bicycle theft", OffenceClass.Theft),
        new("Burglary", OffenceClass.Burglary),
        new("Criminal damage and arson", OffenceClass.ArsonAndCriminalDamage),
        new("Drugs", OffenceClass.DrugOffences),
        new("Other crime", OffenceClass.MiscellaneousCrimesAgainstSociety), // "forgery, perjury and other miscellaneous crime"
        new("Other theft", OffenceClass.Theft),
        new("Possession of weapons", OffenceClass.PossessionOfWeapons),
        new("Public order", OffenceClass.PublicOrderOffences),
        new("Robbery", OffenceClass.Robbery),
        new("Shoplifting", OffenceClass.Theft),
        new("Theft from the person", OffenceClass.Theft),
        new("Vehicle crime", OffenceClass.VehicleOffences),
        new("Violence and sexual offences", OffenceClass.Unknown), // spans two groups
    ];

    /// <summary>The 25 offences of the recorded-crime tables. Those of fraud are in no group.</summary>
    public static IReadOnlyList<PublishedCategory> RecordedCrime { get; } =
    [
        new("Action Fraud", OffenceClass.Fraud),
        new("All other theft offences", OffenceClass.Theft),
        new("Bicycle theft", OffenceClass.Theft),
        new("CIFAS", OffenceClass.Fraud),
        new("Criminal damage and arson", OffenceClass.ArsonAndCriminalDamage),
        new("Death or serious injury caused by illegal driving", OffenceClass.ViolenceAgainstThePerson),
        new("Domestic burglary", OffenceClass.Burglary),
        new("Drug offences", OffenceClass.DrugOffences),
        new("Fraud offences", OffenceClass.Fraud),
        new("Homicide", OffenceClass.ViolenceAgainstThePerson),
        new("Miscellaneous crimes against society", OffenceClass.MiscellaneousCrimesAgainstSociety),
        new("Non-domestic burglary", OffenceClass.Burglary),
        new("Non-residential burglary", OffenceClass.Burglary),
        new("Possession of weapons offences", OffenceClass.PossessionOfWeapons),
        new("Public order offences", OffenceClass.PublicOrderOffences),
        new("Residential burglary", OffenceClass.Burglary),
        new("Robbery", OffenceClass.Robbery),
        new("Sexual offences", OffenceClass.SexualOffences),
        new("Shoplifting", OffenceClass.Theft),
        new("Stalking and harassment", OffenceClass.ViolenceAgainstThePerson),
        new("Theft from the person", OffenceClass.Theft),
        new("UK Finance", OffenceClass.Fraud),
        new("Vehicle offences", OffenceClass.VehicleOffences),
        new("Violence with injury", OffenceClass.ViolenceAgainstThePerson),
        new("Violence without injury", OffenceClass.ViolenceAgainstThePerson),
    ];

    private static readonly Dictionary<string, PublishedCategory> ByName = StreetLevel.Concat(RecordedCrime)
        .DistinctBy(category => category.Name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(category => category.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>What a category name stands for.</summary>
    /// <param name="name">The name, in any case, white space around it ignored.</param>
    /// <returns>The category; of unknown class and not known when no publisher uses the name.</returns>
    public static PublishedCategory Classify(string name) =>
        ByName.GetValueOrDefault(name.Trim()) ?? new(name.Trim(), OffenceClass.Unknown, IsKnown: false);
}
