using System.Buffers.Binary;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Features.Editing;

public sealed class ChangeLogTests : IAsyncLifetime
{
    private TestNewsroom _newsroom = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _newsroom = await TestNewsroom.Open();

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();

    [Fact]
    public async Task A_commit_that_fails_advances_nothing_and_the_same_push_succeeds_later()
    {
        var id = await _newsroom.Write("abc");
        await Run("CREATE TRIGGER Broken BEFORE INSERT ON DocumentChanges BEGIN SELECT RAISE(ABORT, 'disk'); END");
        var failed = await Append(id, 1, "abc");
        Assert.Equal(("editing.notSaved", 1, null), (failed.Refused?.Word, failed.Version, failed.SavedAtUtc));
        Assert.Equal("abc", (await _newsroom.Authority.Read(id, Cancel))?.Text);
        await Run("DROP TRIGGER Broken");
        Assert.Null((await Append(id, 1, "abc")).Refused);
        Assert.Equal("abc!", (await _newsroom.OpenAnother().Authority.Read(id, Cancel))?.Text);
    }

    [Fact]
    public async Task One_document_that_cannot_be_saved_does_not_take_the_others_with_it()
    {
        var bad = await _newsroom.Write("abc");
        var good = new List<long>();
        for (var i = 0; i < 20; i++)
        {
            good.Add(await _newsroom.Write("abc"));
        }
        await Run($"CREATE TRIGGER Broken BEFORE INSERT ON DocumentChanges WHEN NEW.DocumentId = {bad} BEGIN SELECT RAISE(ABORT, 'disk'); END");
        // The gate is kept until all of them wait, so that they come into one transaction.
        var pass = await _newsroom.Get<WriteGate>().EnterAsync(Cancel);
        var pushes = good.Prepend(bad).Select(id => Append(id, 1, "abc")).ToList();
        pass.Dispose();
        var answers = await Task.WhenAll(pushes);
        Assert.Equal("editing.notSaved", answers[0].Refused?.Word);
        Assert.All(answers.Skip(1), answer => Assert.Null(answer.Refused));
        var stored = _newsroom.OpenAnother().Authority;
        Assert.Equal("abc", (await stored.Read(bad, Cancel))?.Text);
        foreach (var id in good)
        {
            Assert.Equal("abc!", (await stored.Read(id, Cancel))?.Text);
        }
    }

    [Fact]
    public async Task What_waits_together_is_committed_together()
    {
        var ids = new List<long>();
        for (var i = 0; i < 30; i++)
        {
            ids.Add(await _newsroom.Write("abc"));
        }
        await Append(ids[0], 1, "abc");
        var before = Commits();
        var pass = await _newsroom.Get<WriteGate>().EnterAsync(Cancel);
        var pushes = ids.Skip(1).Select(id => Append(id, 1, "abc")).ToList();
        pass.Dispose();
        await Task.WhenAll(pushes);
        // One for all of them, and one for what the writer took before the gate was ours.
        Assert.InRange(Commits() - before, 1, 2);
    }

    [Fact]
    public async Task A_locked_database_makes_answers_late_and_nothing_else()
    {
        var id = await _newsroom.Write("abc");
        await Append(id, 1, "abc");
        await using var other = await Connect();
        await Execute(other, "BEGIN EXCLUSIVE");
        var push = Append(id, 2, "abc!");
        Assert.False(push.IsCompleted);
        await Execute(other, "COMMIT");
        Assert.Null((await push).Refused);
    }

    private Task<PushAnswer> Append(long id, int version, string text) => _newsroom.Authority.Push(
        id, version, [new Update("one", ChangeSet.Replace(text.Length, text.Length, text.Length, "!"))], TestNewsroom.Mei, Cancel);

    /// <summary>Frames of the write-ahead log that end a transaction: those that carry the database's size (https://sqlite.org/fileformat2.html, 4.1).</summary>
    private int Commits()
    {
        using var file = new FileStream(Path.Combine(_newsroom.Folder, "newsroom.db-wal"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var log = new byte[file.Length];
        file.ReadExactly(log);
        var salt = log.AsSpan(16, 8);
        var frame = 24 + (int)BinaryPrimitives.ReadUInt32BigEndian(log.AsSpan(8));
        var commits = 0;
        for (var at = 32; at + frame <= log.Length && log.AsSpan(at + 8, 8).SequenceEqual(salt); at += frame)
        {
            commits += BinaryPrimitives.ReadUInt32BigEndian(log.AsSpan(at + 4)) > 0 ? 1 : 0;
        }
        return commits;
    }

    private async Task Run(string sql)
    {
        await using var db = _newsroom.Db();
        await db.Database.ExecuteSqlRawAsync(sql, Cancel);
    }

    private async Task<SqliteConnection> Connect()
    {
        await using var db = _newsroom.Db();
        var connection = new SqliteConnection(db.Database.GetConnectionString());
        await connection.OpenAsync(Cancel);
        return connection;
    }

    private static async Task Execute(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
