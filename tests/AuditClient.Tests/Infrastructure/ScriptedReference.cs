using CrimeAudit.V1;

namespace AuditClient.Tests.Infrastructure;

/// <summary>A reference service that implements nothing: every call answers UNIMPLEMENTED.</summary>
internal sealed class ScriptedReference : ReferenceService.ReferenceServiceBase;
