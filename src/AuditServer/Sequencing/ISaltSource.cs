namespace AuditServer.Sequencing;

/// <summary>Where salts come from; injected so that two engines can be shown to store the same bytes.</summary>
internal interface ISaltSource
{
    /// <summary>16 fresh bytes.</summary>
    byte[] Next();
}
