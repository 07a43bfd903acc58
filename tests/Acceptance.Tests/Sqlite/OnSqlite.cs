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
using Acceptance.Tests.Storage;
using Acceptance.Tests.Watching;

namespace Acceptance.Tests.Sqlite;

/// <summary>Every acceptance test, on SQLite. Another engine has a fixture and a list like this one.</summary>
public static class OnSqlite
{
    public sealed class Submitting(SqliteService service) : SubmittingTests<SqliteService>(service);

    public sealed class Identifier(SqliteService service) : IdentifierTests<SqliteService>(service);

    public sealed class Batch(SqliteService service) : BatchTests<SqliteService>(service);

    public sealed class Stream(SqliteService service) : StreamTests<SqliteService>(service);

    public sealed class OrderOfArrival(SqliteService service) : OrderOfArrivalTests<SqliteService>(service);

    public sealed class State(SqliteService service) : StateTests<SqliteService>(service);

    public sealed class Deadline(SqliteService service) : DeadlineTests<SqliteService>(service);

    public sealed class List(SqliteService service) : ListTests<SqliteService>(service);

    public sealed class Restart(SqliteService service) : RestartTests<SqliteService>(service);

    public sealed class ConcurrentSubmitters(SqliteService service) : ConcurrentSubmittersTests<SqliteService>(service);

    public sealed class Proof(SqliteService service) : ProofTests<SqliteService>(service);

    public sealed class EntryPayload(SqliteService service) : EntryPayloadTests<SqliteService>(service);

    public sealed class Inspections(SqliteService service) : InspectionTests<SqliteService>(service);

    public sealed class Evidence(SqliteService service) : EvidenceTests<SqliteService>(service);

    public sealed class Redaction(SqliteService service) : RedactionTests<SqliteService>(service);

    public sealed class RedactionRequest(SqliteService service) : RedactionRequestTests<SqliteService>(service);

    public sealed class RedactedLog(SqliteService service) : RedactedLogTests<SqliteService>(service);

    public sealed class RedactedAudit(SqliteService service) : RedactedAuditTests<SqliteService>(service);

    public sealed class Fsck(SqliteService service) : FsckTests<SqliteService>(service);

    public sealed class TamperedLog(SqliteService service) : TamperedLogTests<SqliteService>(service);

    public sealed class Signing(SqliteService service) : SigningTests<SqliteService>(service);

    public sealed class Volumes(SqliteService service) : VolumesTests<SqliteService>(service);

    public sealed class Overdue(SqliteService service) : OverdueTests<SqliteService>(service);

    public sealed class ListOverdue(SqliteService service) : ListOverdueTests<SqliteService>(service);

    public sealed class WatchOverdue(SqliteService service) : WatchOverdueTests<SqliteService>(service);

    public sealed class WatchOverdueStream(SqliteService service) : WatchOverdueStreamTests<SqliteService>(service);

    public sealed class Recount(SqliteService service) : RecountTests<SqliteService>(service);

    public sealed class KeptCount(SqliteService service) : KeptCountTests<SqliteService>(service);

    public sealed class PublishedCases(SqliteService service) : PublishedCasesTests<SqliteService>(service);

    public sealed class RateBreakdown(SqliteService service) : RateBreakdownTests<SqliteService>(service);

    public sealed class PublicTable(SqliteService service) : PublicTableTests<SqliteService>(service);

    public sealed class WatchRate(SqliteService service) : WatchRateTests<SqliteService>(service);

    public sealed class AuditCourse(SqliteService service) : AuditCourseTests<SqliteService>(service);

    public sealed class AuditOrder(SqliteService service) : AuditOrderTests<SqliteService>(service);

    public sealed class WithheldReveal(SqliteService service) : WithheldRevealTests<SqliteService>(service);

    public sealed class Finding(SqliteService service) : FindingTests<SqliteService>(service);

    public sealed class SampleCare(SqliteService service) : SampleCareTests<SqliteService>(service);

    public sealed class Estimate(SqliteService service) : EstimateTests<SqliteService>(service);

    public sealed class Compare(SqliteService service) : CompareTests<SqliteService>(service);

    public sealed class ReviewQuality(SqliteService service) : ReviewQualityTests<SqliteService>(service);

    public sealed class Undecided(SqliteService service) : UndecidedTests<SqliteService>(service);

    public sealed class AskedAgain(SqliteService service) : AskedAgainTests<SqliteService>(service);

    public sealed class LiveShortfall(SqliteService service) : LiveShortfallTests<SqliteService>(service);

    public sealed class AuditShortfall(SqliteService service) : AuditShortfallTests<SqliteService>(service);

    public sealed class Move(SqliteService service) : MoveTests<SqliteService, SqliteService>(service);

    public sealed class Rebuild(SqliteService service) : RebuildTests<SqliteService>(service);

    public sealed class Damage(SqliteService service) : DamageTests<SqliteService>(service);

    public sealed class Json(SqliteService service) : JsonTests<SqliteService>(service);

    public sealed class Failure(SqliteService service) : FailureTests<SqliteService>(service);

    public sealed class LostAnswer(SqliteService service) : LostAnswerTests<SqliteService>(service);

    public sealed class Spool(SqliteService service) : SpoolTests<SqliteService>(service);

    public sealed class SlowEngine(SqliteService service) : SlowEngineTests<SqliteService>(service);

    public sealed class FailingRead(SqliteService service) : FailingReadTests<SqliteService>(service);

    public sealed class FaultyStream(SqliteService service) : FaultyStreamTests<SqliteService>(service);

    public sealed class Health(SqliteService service) : HealthTests<SqliteService>(service);

    public sealed class SchemaVersion(SqliteService service) : SchemaVersionTests<SqliteService>(service);

    public sealed class SchemaAtStart(SqliteService service) : SchemaAtStartTests<SqliteService>(service);

    public sealed class AppendOnly(SqliteService service) : AppendOnlyTests<SqliteService>(service);

    public sealed class TwiceTold(SqliteService service) : TwiceToldTests<SqliteService, SqliteService>(service);

    public sealed class Instances(SqliteInstances group) : InstancesTests<SqliteInstances>(group);

    public sealed class Crash : CrashTests<SqliteInstances>;

    public sealed class HostileMessage : HostileMessageTests<SqliteInstances>;

    public sealed class HostileJson : HostileJsonTests<SqliteInstances>;

    public sealed class HostileFrame : HostileFrameTests<SqliteInstances>;

    public sealed class ConnectionAttack : ConnectionAttackTests<SqliteInstances>;

    public sealed class LongList : LongListTests<SqliteInstances>;

    public sealed class RestartStorm : RestartStormTests<SqliteInstances>;

    public sealed class Watch(SqliteService service) : WatchTests<SqliteService>(service);

    public sealed class WatchFilter(SqliteService service) : WatchFilterTests<SqliteService>(service);

    public sealed class WatchStream(SqliteService service) : WatchStreamTests<SqliteService>(service);

    public sealed class WatchUnderLoad(SqliteService service) : WatchUnderLoadTests<SqliteService>(service);

    public sealed class Populations(SqliteService service) : PopulationTests<SqliteService>(service);

    public sealed class RecordReviews(SqliteService service) : RecordReviewTests<SqliteService>(service);

    public sealed class Singletons(SqliteService service) : SingletonTests<SqliteService>(service);

    public sealed class Planning(SqliteService service) : PlanningTests<SqliteService>(service);

    public sealed class AccessLog(SqliteService service) : AccessLogTests<SqliteService>(service);

    public sealed class AccessDigests(SqliteService service) : AccessDigestTests<SqliteService>(service);

    public sealed class Stopping(SqliteService service) : StoppingTests<SqliteService>(service);

    public sealed class LoggedReferences(SqliteService service) : LoggedReferencesTests<SqliteService>(service);
}
