using CrimeAudit.V1;

namespace AuditServer.Redactions;

/// <summary>A step of an audit's item with its place in the log.</summary>
/// <param name="EntryIndex">Its entry.</param>
/// <param name="Step">The step.</param>
/// <param name="RedactedBy">The entry that says that it was erased; null when it was not.</param>
internal sealed record ItemStepHeld(long EntryIndex, AuditEvent Step, long? RedactedBy);
