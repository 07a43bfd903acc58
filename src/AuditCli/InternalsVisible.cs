using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("AuditCli.Tests")]
