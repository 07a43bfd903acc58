using CrimeAudit.V1;

namespace Acceptance.Tests.Crashes;

/// <summary>An update and the receipt that the writer gave for it.</summary>
internal sealed record Acknowledged(IncidentUpdate Update, Receipt Receipt);
