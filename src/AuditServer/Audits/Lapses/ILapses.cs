namespace AuditServer.Audits.Lapses;

/// <summary>A time that runs out by itself, and is made an entry of then.</summary>
internal interface ILapses
{
    /// <summary>Makes an entry of whatever has run out by now, once however often and on however many instances it is called.</summary>
    Task LapseAsync(CancellationToken cancel);
}
