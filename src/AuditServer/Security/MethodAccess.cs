using System.Collections.Frozen;

namespace AuditServer.Security;

/// <summary>What the table says of a method. Both must be decided: a method without either cannot be written down.</summary>
/// <param name="Roles">The roles that may call it, each with its force rule.</param>
/// <param name="Disclosure">What its answers can tell of persons.</param>
internal sealed record MethodAccess(FrozenDictionary<string, ForceRule> Roles, Disclosure Disclosure);
