using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("AuditCore.Tests")]
