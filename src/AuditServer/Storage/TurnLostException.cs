namespace AuditServer.Storage;

/// <summary>Another writer took an index of this turn: nothing of the turn stands, and the whole of it may be run again.</summary>
internal sealed class TurnLostException(Exception inner) : Exception("An index of the log is taken.", inner);
