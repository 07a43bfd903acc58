namespace AuditCore.Reference;

/// <summary>A grade as an inspection gave it.</summary>
/// <param name="Name">The grade: "inadequate", "requires improvement", "good", "outstanding"; "cause of concern" where no grade was given.</param>
/// <param name="Note">Doubt about it that the source or its transcription states; null where there is none.</param>
public sealed record PublishedGrade(string Name, string? Note);
