namespace AuditCli.Demo.Replay;

/// <summary>What a replay came to, and what was published.</summary>
internal sealed record ReplayResult(PublishedInspection Inspection, ReplayTargets Published, InspectionResult Result);
