using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Review;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Settings;
using NewsroomPortal.Tests.Features.Articles;
using static NewsroomPortal.Tests.Features.Articles.StaffedNewsroom;

namespace NewsroomPortal.Tests.Features.Review;

public sealed class ReviewerTests : IAsyncLifetime
{
    private StaffedNewsroom _newsroom = null!;

    private Reviewer Reviewer => _newsroom.Reviewer;

    public async ValueTask InitializeAsync() => _newsroom = await Open();

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();

    [Fact]
    public async Task A_draft_goes_through_review_and_each_step_is_in_the_audit_trail()
    {
        var id = await _newsroom.Draft();
        await Done(Reviewer.Submit(Mei, id, await _newsroom.Head(id)));
        await Done(Reviewer.Withdraw(Mei, id, await _newsroom.Head(id)));
        await Done(Reviewer.Submit(Mei, id, await _newsroom.Head(id)));
        await Done(Reviewer.RequestChanges(Lok, id, await _newsroom.Head(id), "  請補回時間。 "));
        Assert.Equal("請補回時間。", (await _newsroom.Article(id)).ChangesRequested);
        await _newsroom.Append(id, Mei, "補充。\n");
        await Done(Reviewer.Submit(Mei, id, await _newsroom.Head(id)));
        Assert.Null((await _newsroom.Article(id)).ChangesRequested);
        await Done(Reviewer.Approve(Lok, id, await _newsroom.Head(id)));

        var text = await _newsroom.Text(id);
        var article = await _newsroom.Article(id);
        Assert.Equal((WorkingState.Approved, text.Version, "lok"), (article.Working, article.ApprovedVersion, article.ApprovedById));
        Assert.Equal((text.Version, "mei"), (article.SubmittedVersion, article.SubmittedById));
        var audit = await _newsroom.Audit(id);
        Assert.Equal(
            [
                ("create", null, "Draft/None"), ("submit", "Draft/None", "InReview/None"), ("withdraw", "InReview/None", "Draft/None"),
                ("submit", "Draft/None", "InReview/None"), ("requestChanges", "InReview/None", "Draft/None"), ("submit", "Draft/None", "InReview/None"),
                ("approve", "InReview/None", "Approved/None"),
            ],
            audit.Select(entry => (entry.Act, entry.From, entry.To)));
        Assert.Equal("請補回時間。", audit[4].Reason);
        Assert.Equal(("lok", "Wong Lok", text.Version, TextHash.Of(text)), (audit[6].PersonId, audit[6].PersonName, audit[6].Version, audit[6].Sha256));
    }

    public static TheoryData<string, ArticleAct, string> Everybody => new(
        from who in Staff
        from act in new[] { ArticleAct.Submit, ArticleAct.Withdraw, ArticleAct.RequestChanges, ArticleAct.Approve, ArticleAct.StartCorrection }
        let may = act switch
        {
            ArticleAct.Submit or ArticleAct.StartCorrection => who == Mei || who.IsEditor,
            ArticleAct.Withdraw => who == Mei,
            _ => who.IsEditor,
        }
        let word = act switch
        {
            ArticleAct.Submit or ArticleAct.StartCorrection => "articles.who.itsOrEditor",
            ArticleAct.Withdraw => "articles.who.its",
            _ => "articles.who.editor",
        }
        select (who.PersonId!, act, may ? "" : who == Ada ? "editing.unknown" : word));

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Each_act_answers_each_person_as_the_table_says(string person, ArticleAct act, string refusal)
    {
        var who = Staff.Single(actor => actor.PersonId == person);
        var id = await _newsroom.Draft();
        await _newsroom.Set(id, article =>
        {
            article.Working = act switch
            {
                ArticleAct.Submit => WorkingState.Draft,
                ArticleAct.StartCorrection => WorkingState.Closed,
                _ => WorkingState.InReview,
            };
            article.Public = act == ArticleAct.StartCorrection ? PublicState.Live : PublicState.None;
        });
        var before = (await _newsroom.Article(id)).States();
        var outcome = await Do(act, who, id, await _newsroom.Head(id));
        Assert.Equal(refusal, outcome.Refusal?.Word ?? "");
        Assert.Equal(outcome.IsDone, (await _newsroom.Article(id)).States() != before);
        Assert.Equal(outcome.IsDone ? 2 : 1, (await _newsroom.Audit(id)).Count);
    }

    [Theory]
    [InlineData("title: \"港島線今早恢復正常\"", "title: \" \"", "review.submit.title")]
    [InlineData("categories: [\"港聞\"]", "categories: []", "review.submit.category")]
    [InlineData("categories: [\"港聞\"]\n", "", "review.submit.category")]
    [InlineData("\n列車服務今早七時回復正常。\n", "\n \n", "review.submit.body")]
    [InlineData("sidebar: \"right\"", "sidebar: \"right", "review.submit.frontMatter")]
    [InlineData("\n列車服務今早七時回復正常。\n", "\n{{< a.inline >}}{{ now }}{{< /a.inline >}}\n", "review.submit.inlineShortcode")]
    public async Task Names_what_a_text_lacks_before_it_is_submitted(string old, string text, string word)
    {
        var id = await _newsroom.Draft();
        await _newsroom.Replace(id, Mei, old, text);
        await Refused(word, Reviewer.Submit(Mei, id, await _newsroom.Head(id)));
        Assert.Equal(WorkingState.Draft, (await _newsroom.Article(id)).Working);
    }

    [Fact]
    public async Task A_reason_is_asked_for()
    {
        var id = await _newsroom.Draft();
        await Done(Reviewer.Submit(Mei, id, await _newsroom.Head(id)));
        await Refused("review.reason", Reviewer.RequestChanges(Lok, id, await _newsroom.Head(id), " \n"));
    }

    [Fact]
    public async Task An_act_on_an_older_version_is_refused_with_both_versions()
    {
        var id = await _newsroom.Draft();
        await Done(Reviewer.Submit(Mei, id, await _newsroom.Head(id)));
        var seen = await _newsroom.Head(id);
        await _newsroom.Append(id, Fan, "編按。\n");
        Assert.Equal(new Refusal("articles.newer", seen, seen + 1), (await Reviewer.Approve(Lok, id, seen)).Refusal);
        Assert.Equal(new Refusal("articles.newer", seen, seen + 1), (await Reviewer.RequestChanges(Lok, id, seen, "x")).Refusal);
        Assert.Equal(WorkingState.InReview, (await _newsroom.Article(id)).Working);
    }

    [Fact]
    public async Task Nobody_approves_their_own_change_until_another_editor_has_approved_it()
    {
        var id = await _newsroom.Draft();
        await Done(Reviewer.Submit(Mei, id, await _newsroom.Head(id)));
        await _newsroom.Append(id, Lok, "Lok 改動。\n");
        await Refused("review.fourEyes", Reviewer.Approve(Lok, id, await _newsroom.Head(id)));
        await Done(Reviewer.Approve(Fan, id, await _newsroom.Head(id)));

        // Approved by Fan, so Lok's change has been read; only what Lok changes from here on counts.
        await _newsroom.Append(id, Fan, "Fan 改動。\n");
        await Refused("review.fourEyes", Reviewer.Approve(Fan, id, await _newsroom.Head(id)));
        await Done(Reviewer.Approve(Lok, id, await _newsroom.Head(id)));
    }

    [Fact]
    public async Task Imports_have_no_author_for_four_eyes()
    {
        var id = await _newsroom.Import("content/post/old.md", "---\ntitle: 舊聞\ncategories: [港聞]\n---\n內容\n"u8.ToArray());
        await Done(Reviewer.StartCorrection(Lok, id, 1));
        await Done(Reviewer.Submit(Lok, id, 1));
        await Done(Reviewer.Approve(Lok, id, 1));
    }

    [Theory]
    [InlineData(FourEyes.Off, null)]
    [InlineData(FourEyes.Warn, "fourEyes")]
    public async Task Four_eyes_that_only_warn_are_recorded_as_waived(FourEyes setting, string? waived)
    {
        await using var newsroom = await Open(setting);
        var id = await newsroom.Draft(Lok);
        await Done(newsroom.Reviewer.Submit(Lok, id, await newsroom.Head(id)));
        await Done(newsroom.Reviewer.Approve(Lok, id, await newsroom.Head(id)));
        Assert.Equal(waived, (await newsroom.Audit(id))[^1].Waived);
    }

    [Fact]
    public async Task A_correction_opens_a_live_article_without_touching_what_readers_see()
    {
        var id = await _newsroom.Published();
        var live = await _newsroom.Article(id);
        Assert.Equal("articles.when.edit", (await _newsroom.Push(id, Lok, "x")).Refused?.Word);
        await Done(Reviewer.StartCorrection(Mei, id, await _newsroom.Head(id)));
        Assert.Null((await _newsroom.Push(id, Mei, (await _newsroom.Text(id)).Text + "更正。\n")).Refused);
        var article = await _newsroom.Article(id);
        Assert.Equal("Draft/Live", article.States());
        Assert.Equal((live.PublishedVersion, live.PublishedSha256), (article.PublishedVersion, article.PublishedSha256));
    }

    [Fact]
    public async Task What_is_approved_is_what_was_seen_however_a_push_and_an_approval_race()
    {
        for (var round = 0; round < 20; round++)
        {
            var id = await _newsroom.Draft();
            await Done(Reviewer.Submit(Mei, id, await _newsroom.Head(id)));
            var seen = await _newsroom.Text(id);
            var push = Task.Run(() => _newsroom.Push(id, Fan, seen.Text + "搶閘。\n"));
            var approve = Task.Run(() => Reviewer.Approve(Lok, id, seen.Version));
            await Task.WhenAll(push, approve);
            Assert.Null((await push).Refused);
            await _newsroom.Follow(id);

            var article = await _newsroom.Article(id);
            Assert.Equal(WorkingState.InReview, article.Working);
            if ((await approve).IsDone)
            {
                Assert.Equal(seen.Version, article.ApprovedVersion);
                Assert.Equal("voidApproval", (await _newsroom.Audit(id))[^1].Act);
            }
            else
            {
                Assert.Equal(new Refusal("articles.newer", seen.Version, seen.Version + 1), (await approve).Refusal);
            }
            await Refused("articles.when.publish", _newsroom.Publisher.Publish(Lok, id, seen.Version + 1));
        }
    }

    private Task<Outcome> Do(ArticleAct act, Actor who, long id, int seen) => act switch
    {
        ArticleAct.Submit => Reviewer.Submit(who, id, seen),
        ArticleAct.Withdraw => Reviewer.Withdraw(who, id, seen),
        ArticleAct.RequestChanges => Reviewer.RequestChanges(who, id, seen, "請補充。"),
        ArticleAct.Approve => Reviewer.Approve(who, id, seen),
        _ => Reviewer.StartCorrection(who, id, seen),
    };
}
