using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Editing;

/// <summary>Writes whole texts now and then, behind the back of the typing, so that opening a document replays little.</summary>
internal sealed class Snapshots(IDbContextFactory<NewsroomDb> contexts, WriteGate gate, ILogger logger)
{
    private readonly ConcurrentDictionary<Task, byte> _running = [];

    public void Write(DocumentText text)
    {
        var writing = Task.Run(() => Save(text));
        _running[writing] = 0;
        writing.ContinueWith(done => _running.TryRemove(done, out _), TaskScheduler.Default);
    }

    public Task Settled() => Task.WhenAll(_running.Keys);

    private async Task Save(DocumentText text)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync();
            using var pass = await gate.EnterAsync();
            // The document may have been deleted meanwhile.
            await db.Database.ExecuteSqlAsync($"""
                INSERT OR IGNORE INTO DocumentSnapshots (DocumentId, Version, Text)
                SELECT Id, {text.Version}, {text.Text} FROM Documents WHERE Id = {text.DocumentId}
                """);
        }
        catch (Exception problem) when (problem is DbException or ObjectDisposedException)
        {
            // The log has everything; the next snapshot tries again, after a restart too.
            logger.LogWarning(problem, "No snapshot of document {Document} at version {Version}", text.DocumentId, text.Version);
        }
    }
}
