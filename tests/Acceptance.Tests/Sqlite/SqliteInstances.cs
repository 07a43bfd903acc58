using Acceptance.Tests.Instances;

namespace Acceptance.Tests.Sqlite;

/// <summary>Three instances on one SQLite file.</summary>
public sealed class SqliteInstances : InstanceGroup
{
    protected override IEnumerable<KeyValuePair<string, string>> Storage(string folderPath) =>
        [new("CrimeAudit:Storage:Provider", "Sqlite"), new("CrimeAudit:Storage:Path", Path.Combine(folderPath, "shared.db"))];
}
