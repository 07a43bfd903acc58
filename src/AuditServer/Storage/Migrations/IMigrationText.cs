namespace AuditServer.Storage.Migrations;

/// <summary>All that an engine would ever run on its schema, as one script that an administrator can read and run.</summary>
internal interface IMigrationText
{
    /// <summary>The script. Run on an empty database it leaves the same behind as migrating does, journal included.</summary>
    string Whole();
}
