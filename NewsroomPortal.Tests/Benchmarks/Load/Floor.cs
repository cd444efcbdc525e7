using System.Diagnostics;
using System.Net;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace NewsroomPortal.Benchmarks.Load;

/// <summary>
/// The least that a key could cost on this machine: a hub call that does nothing (<c>Leave</c> of an article that was never opened), then a commit with
/// fsync of one row on the disk of the data folder, in a database of its own, with all others that wait for one at that moment.
/// </summary>
internal sealed class Floor : IAsyncDisposable
{
    private readonly SqliteConnection _database;
    private readonly SqliteCommand _insert;
    private readonly Channel<TaskCompletionSource> _waiting = Channel.CreateUnbounded<TaskCompletionSource>(new() { SingleReader = true });
    private readonly Task _writing;

    public Floor(string folder)
    {
        _database = new SqliteConnection($"Data Source={Path.Combine(folder, "floor.db")}");
        _database.Open();
        Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS Changes (Id INTEGER PRIMARY KEY, Text TEXT)");
        _insert = _database.CreateCommand();
        _insert.CommandText = "INSERT INTO Changes (Text) VALUES ('[1700,[0,\"字\"],900]')";
        _insert.Prepare();
        _writing = Task.Run(Write);
    }

    /// <summary>One call and one commit; the value is what they took, in milliseconds.</summary>
    public async Task<double> Measure(HubLine line)
    {
        var began = Stopwatch.GetTimestamp();
        await line.Invoke("Leave", json => json.WriteNumberValue(0));
        var committed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Writer.TryWrite(committed);
        await committed.Task;
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    public static Task<HubLine> Connect(string address, CookieContainer cookies) => HubLine.Connect(address, cookies, Ignore);

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.Complete();
        await _writing;
        await _insert.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static void Ignore(string target, ref System.Text.Json.Utf8JsonReader arguments)
    {
    }

    private async Task Write()
    {
        var batch = new List<TaskCompletionSource>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            using var transaction = _database.BeginTransaction();
            _insert.Transaction = transaction;
            while (_waiting.Reader.TryRead(out var committed))
            {
                _insert.ExecuteNonQuery();
                batch.Add(committed);
            }
            transaction.Commit();
            batch.ForEach(committed => committed.SetResult());
            batch.Clear();
        }
    }

    private void Run(string sql)
    {
        using var command = _database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
