using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Tests.Features.Articles;
using static NewsroomPortal.Tests.Features.Articles.StaffedNewsroom;

namespace NewsroomPortal.Tests.Features.Review;

public sealed class ReviewGuardTests : IAsyncLifetime
{
    private StaffedNewsroom _newsroom = null!;

    public async ValueTask InitializeAsync() => _newsroom = await Open();

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();

    [Theory]
    [InlineData(WorkingState.Draft, "mei lok fan")]
    [InlineData(WorkingState.InReview, "lok fan")]
    [InlineData(WorkingState.Approved, "mei lok fan")]
    [InlineData(WorkingState.Closed, "")]
    public async Task Writes_pass_for_those_whose_turn_it_is(WorkingState working, string writers)
    {
        var id = await _newsroom.Draft();
        await _newsroom.Set(id, article => article.Working = working);
        foreach (var who in Staff)
        {
            var answer = await _newsroom.Push(id, who, (await _newsroom.Text(id)).Text + "。\n");
            Assert.True(writers.Split(' ').Contains(who.PersonId) == answer.Refused is null, $"{who.PersonId}: {answer.Refused}");
        }
    }

    [Fact]
    public async Task An_unknown_article_answers_as_a_forbidden_one()
    {
        var id = await _newsroom.Draft();
        var policy = _newsroom.Get<DocumentAccessPolicy>();
        Assert.Equal(await policy.Access(Mei, id + 1), await policy.Access(Ada, id));
        Assert.False((await policy.Access(Ada, id)).MayRead);
    }

    [Fact]
    public async Task A_journalist_reads_why_the_text_is_closed_while_in_review()
    {
        var id = await _newsroom.Draft();
        await Done(_newsroom.Reviewer.Submit(Mei, id, await _newsroom.Head(id)));
        var access = await _newsroom.Get<DocumentAccessPolicy>().Access(Mei, id);
        Assert.True(access.MayRead);
        Assert.False(access.MayWrite);
        Assert.Equal("articles.who.editor", access.WhyNot?.Word);
    }

    [Theory]
    [InlineData("mei", WorkingState.Draft)]
    [InlineData("fan", WorkingState.InReview)]
    public async Task An_edit_voids_the_approval_and_the_audit_trail_names_who_did_it(string person, WorkingState after)
    {
        var id = await _newsroom.Approved();
        var approved = await _newsroom.Head(id);
        await _newsroom.Append(id, Staff.Single(actor => actor.PersonId == person), "改。\n");
        await _newsroom.Follow(id);
        var article = await _newsroom.Article(id);
        Assert.Equal((after, approved), (article.Working, article.ApprovedVersion));
        var entry = (await _newsroom.Audit(id))[^1];
        Assert.Equal(("voidApproval", person, "Approved/None", $"{after}/None", (int?)approved + 1), (entry.Act, entry.PersonId, entry.From, entry.To, entry.Version));
        await _newsroom.Follow(id);
        Assert.Equal(entry.Id, (await _newsroom.Audit(id))[^1].Id);
    }

    [Fact]
    public async Task A_follower_that_is_late_does_not_void_a_newer_approval()
    {
        var id = await _newsroom.Approved();
        await _newsroom.Append(id, Fan, "改。\n");
        await Done(_newsroom.Reviewer.Approve(Lok, id, await _newsroom.Head(id)));
        await _newsroom.Follow(id);
        Assert.Equal(WorkingState.Approved, (await _newsroom.Article(id)).Working);
    }
}
