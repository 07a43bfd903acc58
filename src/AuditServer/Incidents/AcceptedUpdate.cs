using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Incidents;

/// <summary>A valid update with the bytes that will be stored: serialised here, once, and never again.</summary>
internal sealed class AcceptedUpdate
{
    /// <summary>An update that was let in just now. It is sealed here, on the thread that let it in, not in its turn.</summary>
    public AcceptedUpdate(IncidentUpdate message, ISaltSource salts)
        : this(message, message.ToByteArray()) => Seal = EntrySeal.Of(salts.Next(), Stored);

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

    /// <summary>Its seal; null for what the log holds already.</summary>
    public EntrySeal? Seal { get; }

    public RequestKey Key { get; }

    public IncidentName Incident { get; }
}
