using Acceptance.Tests.Accesses;
using Acceptance.Tests.Audits;
using Acceptance.Tests.Audits.Contrasts;
using Acceptance.Tests.Audits.Inspections;
using Acceptance.Tests.Audits.Populations;
using Acceptance.Tests.Audits.Reviewing;
using Acceptance.Tests.Concurrency;
using Acceptance.Tests.Crashes;
using Acceptance.Tests.Failures;
using Acceptance.Tests.Hostile;
using Acceptance.Tests.Incidents;
using Acceptance.Tests.Instances;
using Acceptance.Tests.Json;
using Acceptance.Tests.Ledger;
using Acceptance.Tests.Moving;
using Acceptance.Tests.Overdue;
using Acceptance.Tests.Rates;
using Acceptance.Tests.Rebuilding;
using Acceptance.Tests.Recounting;
using Acceptance.Tests.Redactions;
using Acceptance.Tests.Scenarios;
using Acceptance.Tests.Spooling;
using Acceptance.Tests.Sqlite;
using Acceptance.Tests.Storage;
using Acceptance.Tests.Watching;

namespace Acceptance.Tests.SqlServer;

/// <summary>Every acceptance test, on SQL Server: skipped, with the reason, where there is none.</summary>
public static class OnSqlServer
{
    public sealed class Submitting(SqlServerService service) : SubmittingTests<SqlServerService>(service);

    public sealed class Identifier(SqlServerService service) : IdentifierTests<SqlServerService>(service);

    public sealed class Batch(SqlServerService service) : BatchTests<SqlServerService>(service);

    public sealed class Stream(SqlServerService service) : StreamTests<SqlServerService>(service);

    public sealed class OrderOfArrival(SqlServerService service) : OrderOfArrivalTests<SqlServerService>(service);

    public sealed class State(SqlServerService service) : StateTests<SqlServerService>(service);

    public sealed class Deadline(SqlServerService service) : DeadlineTests<SqlServerService>(service);

    public sealed class List(SqlServerService service) : ListTests<SqlServerService>(service);

    public sealed class Restart(SqlServerService service) : RestartTests<SqlServerService>(service);

    public sealed class ConcurrentSubmitters(SqlServerService service) : ConcurrentSubmittersTests<SqlServerService>(service);

    public sealed class Proof(SqlServerService service) : ProofTests<SqlServerService>(service);

    public sealed class EntryPayload(SqlServerService service) : EntryPayloadTests<SqlServerService>(service);

    public sealed class Inspections(SqlServerService service) : InspectionTests<SqlServerService>(service);

    public sealed class Evidence(SqlServerService service) : EvidenceTests<SqlServerService>(service);

    public sealed class Redaction(SqlServerService service) : RedactionTests<SqlServerService>(service);

    public sealed class RedactionRequest(SqlServerService service) : RedactionRequestTests<SqlServerService>(service);

    public sealed class RedactedLog(SqlServerService service) : RedactedLogTests<SqlServerService>(service);

    public sealed class RedactedAudit(SqlServerService service) : RedactedAuditTests<SqlServerService>(service);

    public sealed class Fsck(SqlServerService service) : FsckTests<SqlServerService>(service);

    public sealed class TamperedLog(SqlServerService service) : TamperedLogTests<SqlServerService>(service);

    public sealed class Signing(SqlServerService service) : SigningTests<SqlServerService>(service);

    public sealed class Volumes(SqlServerService service) : VolumesTests<SqlServerService>(service);

    public sealed class Overdue(SqlServerService service) : OverdueTests<SqlServerService>(service);

    public sealed class ListOverdue(SqlServerService service) : ListOverdueTests<SqlServerService>(service);

    public sealed class WatchOverdue(SqlServerService service) : WatchOverdueTests<SqlServerService>(service);

    public sealed class WatchOverdueStream(SqlServerService service) : WatchOverdueStreamTests<SqlServerService>(service);

    public sealed class Recount(SqlServerService service) : RecountTests<SqlServerService>(service);

    public sealed class KeptCount(SqlServerService service) : KeptCountTests<SqlServerService>(service);

    public sealed class PublishedCases(SqlServerService service) : PublishedCasesTests<SqlServerService>(service);

    public sealed class RateBreakdown(SqlServerService service) : RateBreakdownTests<SqlServerService>(service);

    public sealed class PublicTable(SqlServerService service) : PublicTableTests<SqlServerService>(service);

    public sealed class WatchRate(SqlServerService service) : WatchRateTests<SqlServerService>(service);

    public sealed class AuditCourse(SqlServerService service) : AuditCourseTests<SqlServerService>(service);

    public sealed class AuditOrder(SqlServerService service) : AuditOrderTests<SqlServerService>(service);

    public sealed class WithheldReveal(SqlServerService service) : WithheldRevealTests<SqlServerService>(service);

    public sealed class Finding(SqlServerService service) : FindingTests<SqlServerService>(service);

    public sealed class SampleCare(SqlServerService service) : SampleCareTests<SqlServerService>(service);

    public sealed class Estimate(SqlServerService service) : EstimateTests<SqlServerService>(service);

    public sealed class Compare(SqlServerService service) : CompareTests<SqlServerService>(service);

    public sealed class ReviewQuality(SqlServerService service) : ReviewQualityTests<SqlServerService>(service);

    public sealed class Undecided(SqlServerService service) : UndecidedTests<SqlServerService>(service);

    public sealed class AskedAgain(SqlServerService service) : AskedAgainTests<SqlServerService>(service);

    public sealed class LiveShortfall(SqlServerService service) : LiveShortfallTests<SqlServerService>(service);

    public sealed class AuditShortfall(SqlServerService service) : AuditShortfallTests<SqlServerService>(service);

    public sealed class Move(SqlServerService service) : MoveTests<SqlServerService, SqlServerService>(service);

    public sealed class MoveToSqlite(SqlServerService service) : MoveTests<SqlServerService, SqliteService>(service);

    public sealed class MoveFromSqlite(SqliteService service) : MoveTests<SqliteService, SqlServerService>(service);

    public sealed class Rebuild(SqlServerService service) : RebuildTests<SqlServerService>(service);

    public sealed class Damage(SqlServerService service) : DamageTests<SqlServerService>(service);

    public sealed class Json(SqlServerService service) : JsonTests<SqlServerService>(service);

    public sealed class Failure(SqlServerService service) : FailureTests<SqlServerService>(service);

    public sealed class LostAnswer(SqlServerService service) : LostAnswerTests<SqlServerService>(service);

    public sealed class Spool(SqlServerService service) : SpoolTests<SqlServerService>(service);

    public sealed class SlowEngine(SqlServerService service) : SlowEngineTests<SqlServerService>(service);

    public sealed class FailingRead(SqlServerService service) : FailingReadTests<SqlServerService>(service);

    public sealed class FaultyStream(SqlServerService service) : FaultyStreamTests<SqlServerService>(service);

    public sealed class Health(SqlServerService service) : HealthTests<SqlServerService>(service);

    public sealed class SchemaVersion(SqlServerService service) : SchemaVersionTests<SqlServerService>(service);

    public sealed class SchemaAtStart(SqlServerService service) : SchemaAtStartTests<SqlServerService>(service);

    public sealed class AppendOnly(SqlServerService service) : AppendOnlyTests<SqlServerService>(service);

    public sealed class TwiceTold(SqlServerService service) : TwiceToldTests<SqlServerService, SqliteService>(service);

    public sealed class Instances(SqlServerInstances group) : InstancesTests<SqlServerInstances>(group);

    public sealed class Crash : CrashTests<SqlServerInstances>;

    public sealed class HostileMessage : HostileMessageTests<SqlServerInstances>;

    public sealed class HostileJson : HostileJsonTests<SqlServerInstances>;

    public sealed class HostileFrame : HostileFrameTests<SqlServerInstances>;

    public sealed class ConnectionAttack : ConnectionAttackTests<SqlServerInstances>;

    public sealed class LongList : LongListTests<SqlServerInstances>;

    public sealed class RestartStorm : RestartStormTests<SqlServerInstances>;

    public sealed class Watch(SqlServerService service) : WatchTests<SqlServerService>(service);

    public sealed class WatchFilter(SqlServerService service) : WatchFilterTests<SqlServerService>(service);

    public sealed class WatchStream(SqlServerService service) : WatchStreamTests<SqlServerService>(service);

    public sealed class WatchUnderLoad(SqlServerService service) : WatchUnderLoadTests<SqlServerService>(service);

    public sealed class Populations(SqlServerService service) : PopulationTests<SqlServerService>(service);

    public sealed class RecordReviews(SqlServerService service) : RecordReviewTests<SqlServerService>(service);

    public sealed class Singletons(SqlServerService service) : SingletonTests<SqlServerService>(service);

    public sealed class Planning(SqlServerService service) : PlanningTests<SqlServerService>(service);

    public sealed class AccessLog(SqlServerService service) : AccessLogTests<SqlServerService>(service);

    public sealed class AccessDigests(SqlServerService service) : AccessDigestTests<SqlServerService>(service);

    public sealed class Stopping(SqlServerService service) : StoppingTests<SqlServerService>(service);

    public sealed class LoggedReferences(SqlServerService service) : LoggedReferencesTests<SqlServerService>(service);
}
