using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace NewsroomPortal.Foundation.Data;

/// <summary>
/// The newsroom's database. It has no <c>DbSet</c>: each row class carries its own configuration, found by assembly, so this
/// class knows no room. Rooms say <c>db.Set&lt;Article&gt;()</c>.
/// </summary>
public sealed class NewsroomDb(DbContextOptions<NewsroomDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(NewsroomDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();

    /// <summary>SQLite forgets a time's kind; every time inside is UTC.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        time => time, stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
}
