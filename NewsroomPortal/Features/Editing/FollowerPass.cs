using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Editing;

/// <summary>Takes one follower from its cursor to the end of the log, some documents a transaction, the cursor with them.</summary>
internal sealed class FollowerPass(
    IFollowDocuments follower, Authority authority, IDbContextFactory<NewsroomDb> contexts, WriteGate gate, ILogger logger)
{
    // About 20 ms in the write gate at most: keys wait behind it.
    private const int DocumentsInOneTransaction = 10;

    private readonly string _name = FollowerCursor.NameOf(follower.GetType());

    public async Task CatchUp(CancellationToken cancel)
    {
        var changed = await Changed(cancel);
        for (var at = 0; at < changed.Count;)
        {
            // Those that came with what is kept of them cost nothing: the cursor only passes over them.
            var some = new List<ChangedDocument>();
            var end = at;
            while (end < changed.Count && (some.Count < DocumentsInOneTransaction || changed[end].IsFollowed))
            {
                some.AddRange(changed[end].IsFollowed ? [] : [changed[end]]);
                end++;
            }
            await Follow(some, changed[end - 1].Sequence, cancel);
            at = end;
        }
    }

    /// <summary>The documents with changes after the cursor, by their last change: so that whatever is done, the cursor may stand there.</summary>
    private async Task<List<ChangedDocument>> Changed(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var since = await db.Set<FollowerCursor>().Where(c => c.Name == _name).Select(c => c.Sequence).FirstOrDefaultAsync(cancel);
        var last = await db.Set<DocumentChange>().Where(c => c.Sequence > since)
            .GroupBy(c => c.DocumentId).Select(group => new { group.Key, Sequence = group.Max(c => c.Sequence) }).ToListAsync(cancel);
        var born = authority.FollowedBirths.After(_name, since);
        return [.. last.OrderBy(document => document.Sequence).Select(document =>
            new ChangedDocument(document.Key, document.Sequence, born.Any(stretch => stretch.First <= document.Sequence && document.Sequence <= stretch.Last)))];
    }

    /// <param name="cursor">Where the cursor stands after them.</param>
    private async Task Follow(List<ChangedDocument> documents, long cursor, CancellationToken cancel)
    {
        try
        {
            await Bring(await Texts(documents, cancel), cursor, cancel);
        }
        catch (Exception problem) when (documents.Count > 0 && !NotSaved.Is(problem) && !cancel.IsCancellationRequested)
        {
            if (documents.Count == 1)
            {
                logger.LogError(problem, "{Follower} could not follow document {Document}", _name, documents[0].DocumentId);
                await Bring([], cursor, cancel);
                return;
            }
            foreach (var document in documents)
            {
                await Follow([document], document.Sequence, cancel);
            }
            await Bring([], cursor, cancel);
        }
    }

    private async Task<List<(DocumentText Text, Actor Who)>> Texts(List<ChangedDocument> documents, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var sequences = documents.ConvertAll(document => document.Sequence);
        var authors = await db.Set<DocumentChange>().Where(c => sequences.Contains(c.Sequence))
            .Select(c => new { c.DocumentId, c.PersonId, Person = db.Set<Person>().FirstOrDefault(p => p.Id == c.PersonId) })
            .ToDictionaryAsync(c => c.DocumentId, c => c.Person?.AsActor() ?? (c.PersonId is null ? Actor.Portal : new Actor(c.PersonId, "", Role.None)), cancel);
        var texts = new List<(DocumentText, Actor)>();
        foreach (var document in documents)
        {
            if (await authority.Read(document.DocumentId, cancel) is { } text && authors.TryGetValue(document.DocumentId, out var who))
            {
                texts.Add((text, who));
            }
        }
        return texts;
    }

    private async Task Bring(List<(DocumentText Text, Actor Who)> texts, long sequence, CancellationToken cancel)
    {
        using var pass = await gate.EnterAsync(cancel);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var ids = texts.Select(text => text.Text.DocumentId).ToList();
        // One deleted meanwhile must not leave rows behind.
        var living = await db.Set<Document>().Where(d => ids.Contains(d.Id)).Select(d => d.Id).ToHashSetAsync(cancel);
        foreach (var (text, who) in texts.Where(text => living.Contains(text.Text.DocumentId)))
        {
            await follower.Follow(db, text, who, cancel);
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
        if (await db.Set<FollowerCursor>().FindAsync([_name], cancel) is { } cursor)
        {
            cursor.Sequence = sequence;
        }
        else
        {
            db.Add(new FollowerCursor { Name = _name, Sequence = sequence });
        }
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <param name="Sequence">Of its last change.</param>
    private sealed record ChangedDocument(long DocumentId, long Sequence, bool IsFollowed);
}
