using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Incidents;

/// <summary>A valid update with the bytes that will be stored: serialised here, once, and never again.</summary>
internal sealed class AcceptedUpdate
{
    public AcceptedUpdate(IncidentUpdate message)
        : this(message, message.ToByteArray())
    {
    }

    /// <summary>An update that the log holds already, with the bytes that it holds.</summary>
    public AcceptedUpdate(IncidentUpdate message, byte[] stored)
    {
        Message = message;
        Stored = stored;
        Key = new RequestKey(message.Sender.Force, message.Sender.SourceSystem, message.Sender.RequestId);
        Incident = IncidentName.Of(message);
    }

    public IncidentUpdate Message { get; }

    public byte[] Stored { get; }

    public RequestKey Key { get; }

    public IncidentName Incident { get; }
}
