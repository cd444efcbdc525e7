using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Shell.Commands.Checking;

/// <summary>Compares the site's files with the versions published.</summary>
internal sealed class SiteCheck(ContentFolder folder)
{
    /// <param name="published">The published version, as the log has it.</param>
    public IEnumerable<Refusal> Problems(Article article, HugoFile published)
    {
        byte[]? bytes;
        try
        {
            bytes = folder.Read(article.Path);
        }
        catch (ContentFolderException problem)
        {
            return [new Refusal("publishing.disk.problem", problem.Message)];
        }
        return article.Public == PublicState.Withheld
            ? bytes is null ? [] : [new Refusal("shell.check.leftThere")]
            : Live(article, published, bytes);
    }

    private static IEnumerable<Refusal> Live(Article article, HugoFile published, byte[]? bytes)
    {
        if (bytes is null)
        {
            yield return new Refusal("shell.check.missing");
        }
        else if (TextHash.Of(bytes) != article.PublishedSha256)
        {
            yield return new Refusal("shell.check.changedOnDisk");
        }
        else if (HugoFile.Read(bytes).File?.Text != published.Text)
        {
            yield return new Refusal("shell.check.published", article.PublishedVersion!);
        }
    }
}
