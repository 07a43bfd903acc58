namespace AuditCore.Recording.Rules;

/// <summary>Which crimes answer a presumed one, or stand for it when they are alleged.</summary>
public enum PresumptionAnswer
{
    /// <summary>Any: the presumption says that some crime is likely, and the offence only which is the likeliest.</summary>
    AnyCrime,

    /// <summary>One of the same offence group.</summary>
    SameGroup,

    /// <summary>One of the offences that the presumption lists.</summary>
    ListedOffences,
}
