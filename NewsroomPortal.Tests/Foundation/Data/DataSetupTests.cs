using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Foundation.Data;

public sealed class DataSetupTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_start_that_was_killed_in_the_middle_does_not_keep_the_next_one_waiting()
    {
        using var data = new DataFolder(_folder["data"]);
        LeaveLock(data.Database);

        await using var services = new ServiceCollection().AddLogging().AddData(data).BuildServiceProvider();
        var contexts = services.GetRequiredService<IDbContextFactory<NewsroomDb>>();
        await DataSetup.MigrateAsync(contexts, data, Cancel).WaitAsync(TimeSpan.FromSeconds(30), Cancel);

        await using var db = await contexts.CreateDbContextAsync(Cancel);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Cancel));
    }

    [Fact]
    public async Task Another_schema_is_not_touched_while_another_process_has_the_folder()
    {
        using var portal = new DataFolder(_folder["data"]);
        portal.Claim();
        using var verb = new DataFolder(_folder["data"]);
        await using var services = new ServiceCollection().AddLogging().AddData(verb).BuildServiceProvider();

        var refused = await Assert.ThrowsAsync<DataFolderException>(
            () => DataSetup.MigrateAsync(services.GetRequiredService<IDbContextFactory<NewsroomDb>>(), verb, Cancel));
        Assert.Contains("in use by another process", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>As Entity Framework has it while it works.</summary>
    private static void LeaveLock(string database)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-24 15:00:00');
            """;
        command.ExecuteNonQuery();
    }
}
