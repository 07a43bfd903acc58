using System.Text.Json.Serialization;

namespace AuditCore.Evidence;

/// <summary>
/// A line of an evidence bundle. A bundle is one text file, a JSON object a line, in this order: header, checkpoint, every step of the
/// audit as an entry with its proof, the units of the frame, the tickets drawn, end.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "line")]
[JsonDerivedType(typeof(BundleHeader), "bundle")]
[JsonDerivedType(typeof(BundleCheckpoint), "checkpoint")]
[JsonDerivedType(typeof(BundleEntry), "entry")]
[JsonDerivedType(typeof(BundleUnits), "units")]
[JsonDerivedType(typeof(BundleTicket), "ticket")]
[JsonDerivedType(typeof(BundleEnd), "end")]
public abstract record BundleLine;
