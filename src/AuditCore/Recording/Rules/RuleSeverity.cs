namespace AuditCore.Recording.Rules;

/// <summary>How much a breach of a rule weighs.</summary>
public enum RuleSeverity
{
    /// <summary>The record is late or formally wrong; the crime is counted.</summary>
    Low,

    /// <summary>Somebody was not told, or a crime may be counted wrongly.</summary>
    Medium,

    /// <summary>A crime is missing, or may have been taken away wrongly.</summary>
    High,
}
