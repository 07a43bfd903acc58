using AuditServer.Hosting;

return AuditServerHost.Run(args);
