namespace AuditCli.Import.Maps;

/// <summary>In which zone a column's times are written.</summary>
internal enum TimeZoneRule
{
    /// <summary>Days and months, which are always those of Europe/London.</summary>
    None,

    /// <summary>Europe/London, with its summer time.</summary>
    London,

    /// <summary>UTC.</summary>
    Utc,

    /// <summary>Each cell says its offset.</summary>
    Offset,
}
