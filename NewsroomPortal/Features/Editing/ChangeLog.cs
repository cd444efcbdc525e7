using System.Data;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Editing;

/// <summary>
/// The hot append: one writer for all documents, which takes everything that waits into one transaction. An append is answered
/// after the commit, so that "saved" is true when it is said.
/// </summary>
/// <remarks>Raw commands, since Entity Framework takes 2.5 times as long on this one path.</remarks>
public sealed class ChangeLog : IAsyncDisposable
{
    // A transaction stays short, so that acts pass the gate between two of them.
    private const int MostInOneCommit = 200;

    private readonly IDbContextFactory<NewsroomDb> _contexts;
    private readonly WriteGate _gate;
    private readonly ILogger<ChangeLog> _logger;
    private readonly Channel<LogAppend> _waiting = Channel.CreateUnbounded<LogAppend>(new() { SingleReader = true });
    private readonly Task _writer;

    public ChangeLog(IDbContextFactory<NewsroomDb> contexts, WriteGate gate, ILogger<ChangeLog> logger)
    {
        _contexts = contexts;
        _gate = gate;
        _logger = logger;
        _writer = Task.Run(Write);
    }

    internal Task<AppendResult> Append(LogAppend append)
    {
        if (!_waiting.Writer.TryWrite(append))
        {
            append.Result.SetResult(AppendResult.NotSaved);
        }
        return append.Result.Task;
    }

    /// <summary>Writes what waits, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writer;
    }

    private async Task Write()
    {
        AppendCommands? commands = null;
        var batch = new List<LogAppend>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            using (await _gate.EnterAsync())
            {
                while (batch.Count < MostInOneCommit && _waiting.Reader.TryRead(out var append))
                {
                    batch.Add(append);
                }
                commands = await Commit(batch, commands);
            }
            batch.Clear();
        }
        if (commands is not null)
        {
            await commands.DisposeAsync();
        }
    }

    private async Task<AppendCommands?> Commit(List<LogAppend> batch, AppendCommands? commands)
    {
        bool diskTrouble;
        try
        {
            commands ??= await AppendCommands.Prepare(_contexts);
            Answer(batch, commands.Commit(batch));
            return commands;
        }
        catch (Exception problem)
        {
            // Whatever it is: the writer must live, and those who wait must be told. A full or locked disk is so for each of them.
            diskTrouble = NotSaved.Is(problem);
            _logger.LogWarning(problem, "{Count} appends to the change log could not be committed together", batch.Count);
            if (commands is not null)
            {
                await commands.DisposeAsync();
            }
        }
        return batch.Count == 1 || diskTrouble ? Refuse(batch) : await CommitSingly(batch);
    }

    /// <summary>One bad append must not take the others with it.</summary>
    private async Task<AppendCommands?> CommitSingly(List<LogAppend> batch)
    {
        AppendCommands? commands = null;
        foreach (var append in batch)
        {
            commands = await Commit([append], commands);
        }
        return commands;
    }

    private static AppendCommands? Refuse(List<LogAppend> batch)
    {
        Answer(batch, [.. batch.Select(_ => AppendResult.NotSaved)]);
        return null;
    }

    private static void Answer(List<LogAppend> batch, AppendResult[] results)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            batch[i].Result.SetResult(results[i]);
        }
    }

    /// <summary>The statements of the log on a connection of their own, prepared once.</summary>
    private sealed class AppendCommands : IAsyncDisposable
    {
        private readonly NewsroomDb _db;
        private readonly SqliteConnection _connection;
        private readonly SqliteCommand _advance;
        private readonly SqliteCommand _insert;

        private AppendCommands(NewsroomDb db)
        {
            _db = db;
            _connection = (SqliteConnection)db.Database.GetDbConnection();
            _advance = Command(
                "UPDATE Documents SET Head = $head WHERE Id = $id AND Head = $version",
                ("$head", SqliteType.Integer), ("$id", SqliteType.Integer), ("$version", SqliteType.Integer));
            _insert = Command(
                "INSERT INTO DocumentChanges (DocumentId, Version, ClientId, PersonId, AtUtc, Changes) VALUES ($id, $version, $client, $person, $at, $changes)",
                ("$id", SqliteType.Integer), ("$version", SqliteType.Integer), ("$client", SqliteType.Text), ("$person", SqliteType.Text),
                ("$at", SqliteType.Text), ("$changes", SqliteType.Text));
        }

        public static async Task<AppendCommands> Prepare(IDbContextFactory<NewsroomDb> contexts)
        {
            var db = await contexts.CreateDbContextAsync();
            try
            {
                await db.Database.OpenConnectionAsync();
                return new AppendCommands(db);
            }
            catch
            {
                await db.DisposeAsync();
                throw;
            }
        }

        /// <summary>All in one transaction; the results are true once this returns.</summary>
        public AppendResult[] Commit(List<LogAppend> batch)
        {
            using var transaction = _connection.BeginTransaction(IsolationLevel.Serializable);
            _advance.Transaction = _insert.Transaction = transaction;
            var results = batch.Select(Add).ToArray();
            transaction.Commit();
            return results;
        }

        public ValueTask DisposeAsync() => _db.DisposeAsync();

        private AppendResult Add(LogAppend append)
        {
            Set(_advance, append.Version + append.Updates.Count, append.DocumentId, append.Version);
            if (_advance.ExecuteNonQuery() == 0)
            {
                return AppendResult.Overtaken;
            }
            var version = append.Version;
            foreach (var (update, person) in append.Updates)
            {
                version++;
                Set(_insert, append.DocumentId, version, update.ClientId, (object?)person ?? DBNull.Value, append.AtUtc, update.Changes.ToJson());
                _insert.ExecuteNonQuery();
            }
            return AppendResult.Committed;
        }

        private SqliteCommand Command(string text, params (string Name, SqliteType Type)[] parameters)
        {
            var command = _connection.CreateCommand();
            command.CommandText = text;
            foreach (var (name, type) in parameters)
            {
                command.Parameters.Add(name, type);
            }
            command.Prepare();
            return command;
        }

        private static void Set(SqliteCommand command, params object[] values)
        {
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters[i].Value = values[i];
            }
        }
    }
}
