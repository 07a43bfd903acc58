namespace AuditServer.Hosting;

/// <summary>Marks a setting that holds a secret: it is shown masked, and no message repeats its value.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretAttribute : Attribute;
