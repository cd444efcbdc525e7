using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Editing.History;

/// <summary>A document's past, for whoever may read its text now; to all others it answers as if there were none.</summary>
public sealed class DocumentHistory(IDbContextFactory<NewsroomDb> contexts, Authority authority, DocumentAccessPolicy policy, Authorship authorship)
{
    /// <summary>A reading that has read nothing yet; null: there is no such document for this person.</summary>
    public async Task<HistoryReading?> Open(Actor who, long documentId, CancellationToken cancel = default) =>
        (await policy.Access(who, documentId, cancel)).MayRead ? new HistoryReading(contexts, documentId) : null;

    /// <summary>The text at a version, from 1, with who made it and when.</summary>
    public async Task<PastVersion?> At(Actor who, long documentId, int version, CancellationToken cancel = default)
    {
        if (!(await policy.Access(who, documentId, cancel)).MayRead || await authority.ReadAt(documentId, version, cancel) is not { } text)
        {
            return null;
        }
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var change = await db.Set<DocumentChange>().AsNoTracking()
            .Where(change => change.DocumentId == documentId && change.Version == version).Select(change => new { change.PersonId, change.AtUtc }).FirstOrDefaultAsync(cancel);
        return change is null ? null : new PastVersion(text, (await Named(db, [new Author(change.PersonId, change.AtUtc)], cancel))[0]);
    }

    /// <summary>Who wrote a line of the newest text's body, from 1; null: there is no such document for this person, or no such line.</summary>
    public async Task<WrittenLine?> LineAt(Actor who, long documentId, int line, CancellationToken cancel = default)
    {
        if (!(await policy.Access(who, documentId, cancel)).MayRead || await authority.Read(documentId, cancel) is not { } text)
        {
            return null;
        }
        var from = FrontMatter.Read(text.Text).BodyStart;
        for (var number = 1; number < line && from >= 0; number++)
        {
            from = text.Text.IndexOf('\n', from) is var end and >= 0 ? end + 1 : -1;
        }
        if (from < 0 || line < 1)
        {
            return null;
        }
        var to = text.Text.IndexOf('\n', from) is var stop and >= 0 ? stop : text.Text.Length;
        var authors = await authorship.Of(documentId, text.Version, from, to, cancel);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return new WrittenLine(line, text.Version, await Named(db, authors, cancel));
    }

    /// <summary>For each passage of the comparison of two versions, who wrote or removed what differs.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<Author>>> WhoChanged(
        Actor who, long documentId, int older, int newer, IReadOnlyList<TextPassage> passages, CancellationToken cancel = default)
    {
        if (!(await policy.Access(who, documentId, cancel)).MayRead)
        {
            return [.. passages.Select(_ => Array.Empty<Author>())];
        }
        var authors = await authorship.OfPassages(documentId, older, newer, passages, cancel);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var named = (await Named(db, [.. authors.SelectMany(each => each).Distinct()], cancel)).ToDictionary(author => author with { Name = null });
        return [.. authors.Select(each => (IReadOnlyList<Author>)[.. each.Select(author => named[author])])];
    }

    private static async Task<IReadOnlyList<Author>> Named(NewsroomDb db, IReadOnlyList<Author> authors, CancellationToken cancel)
    {
        var ids = authors.Select(author => author.PersonId).OfType<string>().Distinct().ToList();
        var names = await db.Set<Person>().AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        return [.. authors.Select(author => author with { Name = author.PersonId is { } id ? names.GetValueOrDefault(id, id) : null })];
    }
}

/// <summary>A line of a version's body, and who wrote it: who wrote most of it first. An empty line is nobody's.</summary>
public sealed record WrittenLine(int Number, int Version, IReadOnlyList<Author> Authors);

/// <summary>A text as it was, and who made its last change.</summary>
public sealed record PastVersion(DocumentText Text, Author By);
