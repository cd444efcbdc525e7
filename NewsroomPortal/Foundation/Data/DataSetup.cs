using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NewsroomPortal.Foundation.Data;

public static class DataSetup
{
    public static IServiceCollection AddData(this IServiceCollection services, DataFolder folder)
    {
        services.AddSingleton(folder);
        services.AddSingleton<CurrentSite>();
        services.AddSingleton<WriteGate>();
        services.AddDbContextFactory<NewsroomDb>(options => Configure(options, folder.Database));
        return services;
    }

    /// <summary>Brings the database to this program's schema; where it is another one, the folder is taken for this process.</summary>
    /// <exception cref="DataFolderException">The schema is newer than this program, the file is no database, or another process has the folder.</exception>
    public static async Task MigrateAsync(IDbContextFactory<NewsroomDb> contexts, DataFolder folder, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var path = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        try
        {
            var known = db.Database.GetMigrations().ToHashSet();
            var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList();
            var newer = applied.FindAll(name => !known.Contains(name));
            if (newer.Count > 0)
            {
                throw new DataFolderException(
                    $"The database {path} was written by a newer NewsroomPortal (it has {newer[^1]}). Start that version, or restore a backup.");
            }
            if (applied.Count < known.Count)
            {
                folder.Claim();
                // Entity Framework's own lock. A process that was killed leaves it, and the next would wait for it for ever.
                await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock", cancel);
                await db.Database.MigrateAsync(cancel);
            }
            // Kept in the file: readers never wait for the writer.
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancel);
        }
        catch (SqliteException problem)
        {
            throw new DataFolderException($"The database {path} cannot be used ({problem.Message}). Restore a backup, or give another folder with --data FOLDER.", problem);
        }
    }

    /// <summary>Whether this program can use a database whose newest migration is this one; empty: it has none yet.</summary>
    public static bool Knows(string migration)
    {
        using var db = new DesignTimeDb().CreateDbContext([]);
        return migration.Length == 0 || db.Database.GetMigrations().Contains(migration);
    }

    internal static void Configure(DbContextOptionsBuilder options, string database) => options
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = database, DefaultTimeout = 30 }.ToString())
        .AddInterceptors(DurableConnections.Instance)
        // Thrown as well, and told by whoever meets it; a cancelled one is no error.
        .ConfigureWarnings(warnings => warnings.Log((RelationalEventId.TransactionError, LogLevel.Debug)));

    /// <summary>An fsync of the log before each commit returns: what is acknowledged is durable.</summary>
    private sealed class DurableConnections : DbConnectionInterceptor
    {
        public static DurableConnections Instance { get; } = new();

        private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
