using CrimeAudit.V1;

namespace AuditCore.Recording.Rules;

/// <summary>A reason not to record that is no failure of the force. Such crimes are counted by reason, never dropped.</summary>
/// <param name="Id">Name: <c>schools-protocol</c>.</param>
/// <param name="Reason">The reason that a force gives.</param>
/// <param name="Title">What it means.</param>
/// <param name="Citation">Where it is written.</param>
public sealed record ExclusionRule(string Id, NotRecordedReason Reason, string Title, Citation Citation);
