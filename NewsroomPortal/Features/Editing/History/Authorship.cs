using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Editing.History;

/// <summary>Who wrote which part of a text, reckoned from the log. What was reckoned for a document's newest text is kept and carried on by what comes.</summary>
public sealed class Authorship(IDbContextFactory<NewsroomDb> contexts)
{
    private const int Stretch = 2000;
    private const int MostKept = 32;

    private readonly Lock _lock = new();
    private readonly Dictionary<long, Kept> _kept = [];
    private long _uses;

    /// <summary>The authors of the units from one place to another of the text at a version; who wrote most of them first.</summary>
    public async Task<IReadOnlyList<Author>> Of(long documentId, int version, int from, int to, CancellationToken cancel = default)
    {
        var kept = Keep(documentId);
        await kept.Turn.WaitAsync(cancel);
        try
        {
            if (kept.Text is null || kept.Text.Version > version)
            {
                kept.Text = new WrittenText();
            }
            try
            {
                await foreach (var change in Changes(documentId, kept.Text.Version, version, cancel))
                {
                    kept.Text.Take(change);
                }
            }
            catch
            {
                // Half a change may have been taken.
                kept.Text = null;
                throw;
            }
            return kept.Text.Version == version ? kept.Text.Authors(from, to) : [];
        }
        finally
        {
            kept.Turn.Release();
        }
    }

    /// <summary>For each passage of the comparison of two versions, who between them wrote what was added or removed what is gone.</summary>
    /// <param name="older">0: the empty text before the first version.</param>
    public async Task<IReadOnlyList<IReadOnlyList<Author>>> OfPassages(
        long documentId, int older, int newer, IReadOnlyList<TextPassage> passages, CancellationToken cancel = default)
    {
        var changes = new List<AuthoredChange>();
        await foreach (var change in Changes(documentId, older, newer, cancel))
        {
            changes.Add(change);
        }
        if (changes.Count == 0)
        {
            return [.. passages.Select(_ => Array.Empty<Author>())];
        }
        var written = new WrittenText(changes[0].Changes.Length);
        changes.ForEach(written.Take);
        var removed = new WrittenText(changes[^1].Changes.NewLength);
        for (var i = changes.Count - 1; i >= 0; i--)
        {
            removed.TakeBack(changes[i]);
        }
        return [.. passages.Select(passage => (IReadOnlyList<Author>)[.. passage.Edits
            .SelectMany(edit => written.Authors(edit.NewFrom, edit.NewTo).Concat(removed.Authors(edit.OldFrom, edit.OldTo)))
            .GroupBy(author => author.PersonId).Select(each => each.MaxBy(author => author.AtUtc)!)])];
    }

    private Kept Keep(long documentId)
    {
        lock (_lock)
        {
            if (!_kept.TryGetValue(documentId, out var kept))
            {
                if (_kept.Count == MostKept)
                {
                    _kept.Remove(_kept.MinBy(each => each.Value.LastUse).Key);
                }
                _kept[documentId] = kept = new Kept();
            }
            kept.LastUse = ++_uses;
            return kept;
        }
    }

    /// <summary>The changes after one version up to another, in stretches, so that a long log is never in memory as rows.</summary>
    private async IAsyncEnumerable<AuthoredChange> Changes(long documentId, int since, int version, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        while (since < version)
        {
            var rows = await db.Set<DocumentChange>().AsNoTracking()
                .Where(change => change.DocumentId == documentId && change.Version > since && change.Version <= version)
                .OrderBy(change => change.Version).Take(Stretch).ToListAsync(cancel);
            if (rows.Count == 0)
            {
                yield break;
            }
            foreach (var row in rows)
            {
                yield return new AuthoredChange(row.PersonId, row.AtUtc, ChangeSet.FromJson(row.Changes));
            }
            since = rows[^1].Version;
        }
    }

    private sealed class Kept
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public WrittenText? Text { get; set; }

        public long LastUse { get; set; }
    }
}
