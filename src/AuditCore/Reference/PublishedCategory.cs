namespace AuditCore.Reference;

/// <summary>What a publisher calls a crime when it gives no Home Office code.</summary>
/// <param name="Name">The name as published.</param>
/// <param name="Class">Its class; <see cref="OffenceClass.Unknown"/> when it spans classes, is no crime, or is not known.</param>
/// <param name="IsKnown">Whether the name is one that a publisher uses.</param>
/// <param name="IsCrime">Whether it is a notifiable crime; false for anti-social behaviour.</param>
public sealed record PublishedCategory(string Name, OffenceClass Class, bool IsKnown = true, bool IsCrime = true)
{
    /// <summary>The group that inspections report it in; <see cref="OffenceGroup.Unknown"/> where there is no single one.</summary>
    public OffenceGroup Group => Class.Group();
}
