namespace AuditCore.Ledger;

/// <summary>A signature of a note, whoever's it is.</summary>
/// <param name="Name">Name of the key that it says it is of.</param>
/// <param name="Id">Id of that key.</param>
/// <param name="Signature">The signature's own bytes.</param>
public sealed record NoteSignature(string Name, uint Id, byte[] Signature);
