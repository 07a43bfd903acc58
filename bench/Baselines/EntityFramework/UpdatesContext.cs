using Microsoft.EntityFrameworkCore;

namespace Bench.Baselines.EntityFramework;

/// <summary>Updates and the incidents that they are of.</summary>
internal sealed class UpdatesContext(DbContextOptions<UpdatesContext> options) : DbContext(options)
{
    /// <summary>All updates.</summary>
    public DbSet<StoredUpdate> Updates => Set<StoredUpdate>();

    /// <summary>All incidents.</summary>
    public DbSet<StoredIncident> Incidents => Set<StoredIncident>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StoredUpdate>().HasIndex(u => new { u.Force, u.SourceSystem, u.RequestId }).IsUnique();
        modelBuilder.Entity<StoredIncident>().HasIndex(i => new { i.Force, i.SourceSystem, i.Ref }).IsUnique();
        modelBuilder.Entity<StoredIncident>().HasIndex(i => new { i.Force, i.ReportedAt });
    }
}
