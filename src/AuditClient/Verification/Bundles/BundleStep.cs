using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>A step of an audit whose place in the log is proved.</summary>
/// <param name="EntryIndex">Index of its entry.</param>
/// <param name="Leaf">Its leaf: request id, accepted time.</param>
/// <param name="Event">What was done, by whom.</param>
public sealed record BundleStep(long EntryIndex, EntryLeaf Leaf, AuditEvent Event);
