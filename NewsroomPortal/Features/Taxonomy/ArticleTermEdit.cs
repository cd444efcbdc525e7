using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Taxonomy;

/// <summary>
/// Replaces or removes one term in one article: a change to its text that nobody is the author of, in the article's turn, with what
/// it means for the article's state.
/// </summary>
public sealed class ArticleTermEdit(Authority authority, Approvals approvals, AuditTrail audit)
{
    /// <summary>The value tells whether the article's newest text had the term.</summary>
    public async Task<Outcome<bool>> Apply(Actor who, long articleId, TermChange change, CancellationToken cancel = default)
    {
        var had = false;
        var nobody = Actor.Portal with { Name = who.Name };
        var outcome = await authority.Act(articleId, nobody, async turn =>
        {
            if (await turn.Db.FindAsync<Article>([articleId], cancel) is not { } article)
            {
                return Outcome.Refused("editing.unknown");
            }
            var front = FrontMatter.Read(turn.Head.Text);
            if (!front.IsEditable)
            {
                return Outcome.Refused("taxonomy.notReadable", front.Error?.Line ?? 1);
            }
            if (front[change.Kind.Field()] is { } field && field.Items.Contains(change.From))
            {
                var edit = front.Set(field.Key, new FieldValue.Items(change.In(field.Items)));
                if (!edit.IsDone)
                {
                    return Outcome.Refused(edit.Refusal);
                }
                had = true;
                turn.Change(edit.Change);
                await Reopen(turn, article, who, change, cancel);
            }
            await TermUses.Bring(turn.Db, turn.Text, cancel);
            return Outcome.Done;
        }, cancel);
        return outcome.IsDone ? had : outcome.Refusal;
    }

    /// <summary>What an editor approved returns to review; what is on the site opens as a correction, and stays there as it is until that is published.</summary>
    private async Task Reopen(Turn turn, Article article, Actor who, TermChange change, CancellationToken cancel)
    {
        await approvals.VoidIfChanged(turn.Db, article, turn.Head.Version, cancel);
        var before = article.States();
        article.Working = article.Working switch
        {
            WorkingState.Approved => WorkingState.InReview,
            WorkingState.Closed => WorkingState.Draft,
            var working => working,
        };
        audit.Record(
            turn.Db, who, change.To is null ? "deleteTerm" : "renameTerm", article.Id, subject: change.Kind.Field(), from: before, to: article.States(),
            version: turn.Text.Version, sha256: TextHash.Of(turn.Text), reason: change.To is null ? change.From : $"{change.From} → {change.To}");
    }
}

/// <summary>One term replaced by another name, or removed where <paramref name="To"/> is null.</summary>
public sealed record TermChange(TermKind Kind, string From, string? To)
{
    /// <summary>The list with the change made; where it has the new name already, that stays once, where it is.</summary>
    public IReadOnlyList<string> In(IReadOnlyList<string> terms)
    {
        var result = new List<string>();
        foreach (var term in terms)
        {
            if (term != From)
            {
                result.Add(term);
            }
            else if (To is not null && !terms.Contains(To) && !result.Contains(To))
            {
                result.Add(To);
            }
        }
        return result;
    }
}
