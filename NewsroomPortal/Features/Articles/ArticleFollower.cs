using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Articles;

/// <summary>Keeps what the list shows of an article's text: headline, section, when it last changed.</summary>
public sealed class ArticleFollower : IFollowDocuments
{
    public async ValueTask Follow(NewsroomDb db, DocumentText text, Actor who, CancellationToken cancel)
    {
        var article = await db.FindAsync<Article>([text.DocumentId], cancel);
        if (article is null || article.FollowedVersion >= text.Version)
        {
            return;
        }
        Read(article, text.Text);
        article.FollowedVersion = text.Version;
        article.UpdatedAtUtc = await db.Set<DocumentChange>()
            .Where(change => change.DocumentId == text.DocumentId && change.Version == text.Version)
            .Select(change => change.AtUtc).SingleAsync(cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>A text whose front matter does not parse keeps the headline that it had.</summary>
    internal static void Read(Article article, string text) => Read(article, FrontMatter.Read(text));

    /// <inheritdoc cref="Read(Article, string)"/>
    internal static void Read(Article article, FrontMatter front)
    {
        if (!front.IsEditable)
        {
            return;
        }
        article.Headline = front["title"]?.Text ?? "";
        article.Section = front["categories"] is { Items: [var first, ..] } ? first : "";
    }
}
