namespace AuditCore.Reference;

/// <summary>Slugs, display names and groups of the offence classes.</summary>
public static class OffenceClasses
{
    private static readonly (OffenceClass Class, string Slug, string Name)[] Table =
    [
        (OffenceClass.Unknown, "unknown", "Unknown"),
        (OffenceClass.ViolenceAgainstThePerson, "violence-against-the-person", "Violence against the person"),
        (OffenceClass.SexualOffences, "sexual-offences", "Sexual offences"),
        (OffenceClass.Robbery, "robbery", "Robbery"),
        (OffenceClass.Burglary, "burglary", "Burglary"),
        (OffenceClass.VehicleOffences, "vehicle-offences", "Vehicle offences"),
        (OffenceClass.Theft, "theft", "Theft"),
        (OffenceClass.ArsonAndCriminalDamage, "arson-and-criminal-damage", "Arson and criminal damage"),
        (OffenceClass.DrugOffences, "drug-offences", "Drug offences"),
        (OffenceClass.PossessionOfWeapons, "possession-of-weapons", "Possession of weapons"),
        (OffenceClass.PublicOrderOffences, "public-order-offences", "Public order offences"),
        (OffenceClass.MiscellaneousCrimesAgainstSociety, "miscellaneous-crimes-against-society", "Miscellaneous crimes against society"),
        (OffenceClass.Fraud, "fraud", "NFIB fraud"),
    ];

    /// <summary>All classes, <see cref="OffenceClass.Unknown"/> first, then in the order of the Home Office.</summary>
    public static IReadOnlyList<OffenceClass> All { get; } = [.. Table.Select(row => row.Class)];

    /// <summary>Stable name in keys and addresses: <c>violence-against-the-person</c>.</summary>
    /// <param name="offenceClass">The class.</param>
    /// <returns>Lower case letters and hyphens.</returns>
    public static string Slug(this OffenceClass offenceClass) => Row(offenceClass).Slug;

    /// <summary>Name to show: "Violence against the person".</summary>
    /// <param name="offenceClass">The class.</param>
    /// <returns>The name in sentence case, whatever case the list uses.</returns>
    public static string DisplayName(this OffenceClass offenceClass) => Row(offenceClass).Name;

    /// <summary>The group that inspections report the class in.</summary>
    /// <param name="offenceClass">The class.</param>
    /// <returns>The group; <see cref="OffenceGroup.Unknown"/> for fraud and for the unknown class.</returns>
    public static OffenceGroup Group(this OffenceClass offenceClass) => offenceClass switch
    {
        OffenceClass.ViolenceAgainstThePerson => OffenceGroup.Violence,
        OffenceClass.SexualOffences => OffenceGroup.Sexual,
        OffenceClass.Unknown or OffenceClass.Fraud => OffenceGroup.Unknown,
        _ => OffenceGroup.Other,
    };

    /// <summary>The class with a slug.</summary>
    /// <param name="slug">Slug, compared ordinally.</param>
    /// <returns>The class, or null.</returns>
    public static OffenceClass? FromSlug(string slug)
    {
        foreach ((OffenceClass offenceClass, string known, _) in Table)
            if (string.Equals(known, slug, StringComparison.Ordinal)) return offenceClass;
        return null;
    }

    /// <summary>The class that the Home Office list writes in its column "Class", in any case, white space around it ignored.</summary>
    /// <param name="name">Name as published: "Miscellaneous Crimes Against Society", "NFIB Fraud".</param>
    /// <returns>The class, or null; never <see cref="OffenceClass.Unknown"/>.</returns>
    public static OffenceClass? FromListName(string name)
    {
        foreach ((OffenceClass offenceClass, _, string known) in Table)
            if (offenceClass != OffenceClass.Unknown && known.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)) return offenceClass;
        return null;
    }

    private static (OffenceClass Class, string Slug, string Name) Row(OffenceClass offenceClass) =>
        (int)offenceClass >= 0 && (int)offenceClass < Table.Length
            ? Table[(int)offenceClass]
            : throw new ArgumentOutOfRangeException(nameof(offenceClass), offenceClass, "not an offence class");
}
