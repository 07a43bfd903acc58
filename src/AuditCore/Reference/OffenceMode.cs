namespace AuditCore.Reference;

/// <summary>How an offence can be tried.</summary>
public enum OffenceMode
{
    /// <summary>On indictment only (I).</summary>
    IndictableOnly = 0,

    /// <summary>Either way (E).</summary>
    EitherWay = 1,

    /// <summary>Summarily only (S).</summary>
    SummaryOnly = 2,
}
