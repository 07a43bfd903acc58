global using AuditClient.Tests.Infrastructure;
global using CrimeAudit.Client;
global using CrimeAudit.V1;
global using Grpc.Core;
global using Tests.Shared.Evidence;
