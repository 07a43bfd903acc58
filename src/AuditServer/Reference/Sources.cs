namespace AuditServer.Reference;

/// <summary>Where the reference data comes from; all of it Crown copyright under the Open Government Licence v3.0.</summary>
internal static class Sources
{
    private const string Licence = "Crown copyright, Open Government Licence v3.0.";

    public const string Forces = $"Office for National Statistics, police force areas. {Licence}";

    public const string Offences = $"Home Office, notifiable offence list and notifiable reported incidents 2026/27. {Licence}";

    public const string PublishedResults = $"HMICFRS and HMIC, crime data integrity inspections. {Licence}";
}
