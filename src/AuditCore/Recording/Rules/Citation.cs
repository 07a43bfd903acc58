namespace AuditCore.Recording.Rules;

/// <summary>Where a rule stands in the text that was in force.</summary>
/// <param name="Paragraph">Heading and page, or <see cref="NotAvailable"/> when the text is not held; it is never made up.</param>
/// <param name="Text">What stands there, word for word, or <see cref="NotAvailable"/>.</param>
public sealed record Citation(string Paragraph, string Text)
{
    /// <summary>Stands for a paragraph or text that the product does not hold.</summary>
    public const string NotAvailable = "not available";

    /// <summary>The citation of a text that the product does not hold.</summary>
    public static Citation None { get; } = new(NotAvailable, NotAvailable);
}
