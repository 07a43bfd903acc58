using Microsoft.Data.SqlClient;

namespace AuditServer.Hosting.Settings;

/// <summary>Masks secrets. Of a connection string everything but the password is shown: that is what an administrator looks for.</summary>
internal static class SecretMask
{
    /// <summary>What stands for a secret.</summary>
    public const string Mask = "***";

    private static readonly string[] Telling = ["Password", "Secret", "Value", "Key"];

    /// <summary>A setting marked as a secret.</summary>
    public static string Of(string property, string value) => value.Length == 0
        ? ""
        : property.EndsWith("ConnectionString", StringComparison.Ordinal) ? OfConnectionString(value)
        : property.EndsWith("Endpoint", StringComparison.Ordinal) ? OfAddress(value)
        : Mask;

    /// <summary>A setting that the framework reads: a name ending in what secrets are called is one.</summary>
    public static string OfForeign(string name, string value)
    {
        string last = name[(name.LastIndexOf(':') + 1)..];
        bool isOwn = name.StartsWith("CrimeAudit:", StringComparison.OrdinalIgnoreCase);
        return !isOwn && value.Length > 0 && Telling.Any(end => last.EndsWith(end, StringComparison.OrdinalIgnoreCase)) ? Mask : value;
    }

    /// <summary>An address, without the name and password that may stand before its host.</summary>
    private static string OfAddress(string value)
    {
        // Not parsed as a URL: what is none can hold a password as well.
        int end = value.LastIndexOf('@');
        int scheme = value.IndexOf("://", StringComparison.Ordinal);
        return end < 0 ? value : $"{(scheme < 0 || scheme > end ? "" : value[..(scheme + 3)])}{Mask}{value[end..]}";
    }

    private static string OfConnectionString(string value)
    {
        try
        {
            var parts = new SqlConnectionStringBuilder(value);
            parts.Password = parts.Password.Length > 0 ? Mask : "";
            if (parts.Password.Length == 0)
            {
                parts.Remove("Password");
            }

            return parts.ConnectionString;
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            // Where it is none, any part of it can be of a password.
            return Mask;
        }
    }
}
