using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Publishing;

/// <summary>
/// Brings the site folder to what the books say, one file at a time: bytes staged first, then the act's transaction, then the rename.
/// A kill before the commit leaves the old file and the old books; after it, the next start puts the new file.
/// </summary>
public sealed class Placements(IDbContextFactory<NewsroomDb> contexts, WriteGate gate, Authority authority, ContentFolder site, ILogger<Placements> logger) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>After an act that may have changed an article's file: done, refused or still waiting.</summary>
    public event Action<long>? Settled;

    /// <summary>Runs an act that decides about the article's file, and carries it out.</summary>
    /// <param name="version">The version whose bytes will be put, where that is known before the act.</param>
    public async Task<Outcome> Run(long articleId, int? version, Func<Task<Outcome>> act, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            if (await CarryOut(articleId, staged: null) is { IsDone: false } unfinished)
            {
                return unfinished;
            }
            using var staged = await Stage(articleId, version);
            var outcome = await act();
            return outcome.IsDone ? await CarryOut(articleId, staged) : outcome;
        }
        catch (ContentFolderException problem)
        {
            return Outcome.Refused("publishing.disk.problem", problem.Message);
        }
        finally
        {
            _one.Release();
            Settled?.Invoke(articleId);
        }
    }

    /// <summary>Carries out what is still open for one article.</summary>
    public Task<Outcome> Finish(long articleId, CancellationToken cancel = default) =>
        Run(articleId, version: null, () => Task.FromResult(Outcome.Done), cancel);

    /// <summary>At the start: carries out what a killed process had decided, and sweeps away what it had only staged.</summary>
    public async Task FinishAll(CancellationToken cancel = default)
    {
        try
        {
            site.Sweep();
        }
        catch (ContentFolderException problem)
        {
            logger.LogWarning("{Problem}", problem.Message);
        }
        await using var db = await contexts.CreateDbContextAsync(cancel);
        foreach (var articleId in await db.Set<Placement>().Select(placement => placement.ArticleId).ToListAsync(cancel))
        {
            var outcome = await Finish(articleId, cancel);
            logger.LogInformation("Article {Article}: its file was still to be put; {Outcome}", articleId, outcome.Refusal?.ToString() ?? "done");
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<StagedFile?> Stage(long articleId, int? version) =>
        version is { } known && await authority.ReadAt(articleId, known) is { } text ? site.Stage(text.ToBytes()) : null;

    private async Task<Outcome> CarryOut(long articleId, StagedFile? staged)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.FindAsync<Placement>(articleId) is not { } placement)
        {
            return Outcome.Done;
        }
        Outcome outcome;
        try
        {
            outcome = await Put(placement, staged);
        }
        catch (ContentFolderException problem)
        {
            logger.LogError("{Problem}", problem.Message);
            return Outcome.Refused("publishing.disk.waiting", problem.Message);
        }
        await Forget(db, placement);
        return outcome;
    }

    private async Task Forget(NewsroomDb db, Placement placement)
    {
        using var pass = await gate.EnterAsync();
        db.Remove(placement);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (Exception problem) when (NotSaved.Is(problem))
        {
            // The next act on the article, or the next start, finds the file in place.
            logger.LogWarning(problem, "Article {Article}: its file is settled, but that was not saved", placement.ArticleId);
        }
    }

    private async Task<Outcome> Put(Placement placement, StagedFile? staged)
    {
        var present = site.Hash(placement.Path);
        if (present == placement.After)
        {
            return Outcome.Done;
        }
        if (present != placement.Before)
        {
            // Somebody was faster on the disk: theirs stays, and the article shows the difference.
            return Outcome.Refused("publishing.disk.changed", placement.Path);
        }
        if (placement.Version is null)
        {
            site.Remove(placement.Path);
            return Outcome.Done;
        }
        if (staged?.Sha256 == placement.After)
        {
            site.Put(staged!, placement.Path);
            return Outcome.Done;
        }
        using var fresh = await Stage(placement.ArticleId, placement.Version);
        site.Put(fresh!, placement.Path);
        return Outcome.Done;
    }
}
