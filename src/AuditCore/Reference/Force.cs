namespace AuditCore.Reference;

/// <summary>A territorial police force of England and Wales.</summary>
/// <param name="Slug">Short name in keys and addresses: <c>thames-valley</c>. Lower case letters and hyphens.</param>
/// <param name="Name">Name of the force: "Thames Valley Police".</param>
/// <param name="AreaName">Name of its police force area as the Office for National Statistics writes it: "Thames Valley".</param>
/// <param name="OnsCode">Code of that area: <c>E23000029</c>.</param>
public sealed record Force(string Slug, string Name, string AreaName, string OnsCode);
