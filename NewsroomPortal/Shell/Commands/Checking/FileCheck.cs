using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Shell.Commands.Checking;

/// <summary>Compares the other files of the site's content with their hashes: the bytes kept, and what lies in the site folder.</summary>
public sealed class FileCheck(IDbContextFactory<NewsroomDb> contexts, FileVault vault, ContentFolder site)
{
    public async IAsyncEnumerable<Problem> Problems([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await foreach (var file in db.Set<SiteFile>().AsNoTracking().OrderBy(file => file.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            foreach (var problem in new[] { Kept(file), OnSite(file) }.OfType<Refusal>())
            {
                yield return new Problem(file.Path, problem);
            }
        }
    }

    private Refusal? Kept(SiteFile file) => Problem(() =>
    {
        vault.Read(file.Sha256);
        return null;
    });

    private Refusal? OnSite(SiteFile file) => Problem(() => site.Hash(file.Path) switch
    {
        null => new Refusal("shell.check.missing"),
        var present => present == file.Sha256 ? null : new Refusal("shell.check.changedOnDisk"),
    });

    private static Refusal? Problem(Func<Refusal?> look)
    {
        try
        {
            return look();
        }
        catch (ContentFolderException problem)
        {
            return new Refusal("publishing.disk.problem", problem.Message);
        }
    }
}
