using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Editing;

/// <summary>The rows of new documents, by prepared commands in one transaction.</summary>
internal sealed class BirthRows(NewsroomDb db, TimeProvider clock) : IDisposable
{
    private readonly RowInsert<Document> _documents = new(db);
    private readonly RowInsert<DocumentChange> _changes = new(db);
    private long? _first;
    private long _last;

    /// <summary>The first text as it is in the log now, and where there.</summary>
    public (DocumentText Text, long Sequence) Add(NewDocument document, Actor who)
    {
        var shape = document.File.Shape;
        var id = _documents.Add(new Document { Head = 1, Bom = shape.Bom, NewLine = shape.NewLine })!.Value;
        var sequence = _changes.Add(new DocumentChange
        {
            DocumentId = id,
            Version = 1,
            ClientId = document.First.ClientId,
            PersonId = who.PersonId,
            AtUtc = clock.GetUtcNow().UtcDateTime,
            Changes = document.Logged,
        })!.Value;
        return (new DocumentText(id, 1, document.File.Text, shape), sequence);
    }

    /// <summary>Tells that the document with this first change was not refused.</summary>
    public void Keep(long sequence)
    {
        _first ??= sequence;
        _last = sequence;
    }

    /// <summary>
    /// Moves the cursors of followers over these documents where nothing older waits for them. Else the others come back, to be remembered once
    /// this is committed.
    /// </summary>
    public async Task<IReadOnlyList<(string Follower, long First, long Last)>> MarkFollowed(IReadOnlyList<Type> followers, CancellationToken cancel)
    {
        var waiting = new List<(string, long, long)>();
        foreach (var name in followers.Where(_ => _first is not null).Select(FollowerCursor.NameOf))
        {
            var moved = await db.Database.ExecuteSqlAsync($"""
                INSERT INTO FollowerCursors (Name, Sequence) SELECT {name}, {_last} WHERE NOT EXISTS (
                    SELECT 1 FROM DocumentChanges
                    WHERE Sequence > COALESCE((SELECT Sequence FROM FollowerCursors WHERE Name = {name}), 0) AND Sequence < {_first})
                ON CONFLICT (Name) DO UPDATE SET Sequence = excluded.Sequence
                """, cancel);
            if (moved == 0)
            {
                waiting.Add((name, _first!.Value, _last));
            }
        }
        return waiting;
    }

    public void Dispose()
    {
        _documents.Dispose();
        _changes.Dispose();
    }
}
