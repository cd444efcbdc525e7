using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Desk;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Features.Desk;

public sealed class DeskBoardTests : IAsyncLifetime
{
    private TestNewsroom _newsroom = null!;
    private long _lastId;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DateTime Now => _newsroom.Clock.GetUtcNow().UtcDateTime;

    public async ValueTask InitializeAsync()
    {
        _newsroom = await TestNewsroom.Open(DeskRooms.Add);
        await using var db = _newsroom.Db();
        db.AddRange(
            new Person { Id = "mei", UserName = "mei@example.com", Name = "陳美", Roles = Role.Journalist },
            new Person { Id = "lok", UserName = "lok@example.com", Name = "黃樂", Roles = Role.Editor });
        await db.SaveChangesAsync(Cancel);
    }

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();

    [Fact]
    public async Task A_journalist_sees_their_own_work_in_its_column()
    {
        await Add("我的草稿", WorkingState.Draft, "mei");
        await Add("派給我的", WorkingState.Draft, "lok", article => article.AssigneeId = "mei");
        await Add("別人的草稿", WorkingState.Draft, "lok");
        await Add("我送審的", WorkingState.InReview, "mei");
        await Add("別人送審的", WorkingState.InReview, "lok");
        await Add("退回給我的", WorkingState.Draft, "mei", article => article.ChangesRequested = "補資料");
        await Add("我獲批的", WorkingState.Approved, "mei");
        var view = await Look(TestNewsroom.Mei);
        Assert.Equal(["我的草稿", "派給我的"], Headlines(view, "drafts").Order(StringComparer.Ordinal));
        Assert.Equal(["我送審的"], Headlines(view, "waiting"));
        Assert.Equal(["退回給我的"], Headlines(view, "changes"));
        Assert.Equal(["我獲批的"], Headlines(view, "approved"));
    }

    [Fact]
    public async Task An_editor_sees_what_the_whole_newsroom_has_ready_but_own_drafts_only()
    {
        await Add("別人的草稿", WorkingState.Draft, "mei");
        await Add("送審的", WorkingState.InReview, "mei");
        await Add("退回的", WorkingState.Draft, "mei", article => article.ChangesRequested = "補資料");
        await Add("匯入後批准的", WorkingState.Approved, null);
        var view = await Look(TestNewsroom.Lok);
        Assert.Empty(Headlines(view, "drafts"));
        Assert.Equal(["送審的"], Headlines(view, "waiting"));
        Assert.Equal(["退回的"], Headlines(view, "changes"));
        Assert.Equal([("匯入後批准的", (string?)null)], Column(view, "approved").Cards.Select(card => (card.Headline, card.Author)));
    }

    [Fact]
    public async Task What_waits_is_as_old_as_its_last_submission_and_the_oldest_comes_first()
    {
        var late = await Add("後送審", WorkingState.InReview, "mei", article => article.UpdatedAtUtc = Now.AddHours(-9));
        var early = await Add("先送審", WorkingState.InReview, "mei");
        await Submitted(early, Now.AddHours(-8));
        await Submitted(early, Now.AddHours(-3));
        await Submitted(late, Now.AddHours(-1));
        var view = await Look(TestNewsroom.Lok);
        Assert.Equal([("先送審", Now.AddHours(-3)), ("後送審", Now.AddHours(-1))], Column(view, "waiting").Cards.Select(card => (card.Headline, card.SinceUtc)));
        Assert.Equal("先送審", view.Figures.WaitingLongest?.Headline);
    }

    [Fact]
    public async Task Today_is_the_newsroom_s_day()
    {
        // 09:00 in Hong Kong: its day began nine hours ago, at 16:00 UTC of the day before.
        Assert.Equal(new DateTime(2026, 3, 2, 1, 0, 0), Now);
        await Published("凌晨上線", Now.AddHours(-8.9));
        await Published("昨晚上線", Now.AddHours(-9.1));
        await Published("今早撤下", Now.AddHours(-1), PublicState.Withheld);
        var view = await Look(TestNewsroom.Mei);
        Assert.Equal(["凌晨上線"], Headlines(view, "published"));
        Assert.Equal(1, view.Figures.PublishedToday);
        Assert.Equal(Now.AddHours(-1), view.Figures.LastPublishUtc);
    }

    [Fact]
    public async Task A_long_column_is_cut_and_says_how_many_there_are()
    {
        for (var number = 1; number <= 25; number++)
        {
            await Add($"草稿 {number}", WorkingState.Draft, "mei");
        }
        var drafts = Column(await Look(TestNewsroom.Mei), "drafts");
        Assert.Equal((20, 25), (drafts.Cards.Count, drafts.Count));
    }

    private Task<long> Published(string headline, DateTime at, PublicState state = PublicState.Live) => Add(headline, WorkingState.Closed, "mei", article =>
    {
        article.Public = state;
        article.PublishedVersion = 1;
        article.PublishedAtUtc = at;
    });

    private async Task<long> Add(string headline, WorkingState working, string? owner, Action<Article>? more = null)
    {
        var article = new Article
        {
            Id = ++_lastId,
            Path = $"content/post/{_lastId}.md",
            PathKey = $"content/post/{_lastId}.md",
            Headline = headline,
            Working = working,
            OwnerId = owner,
            UpdatedAtUtc = Now,
        };
        more?.Invoke(article);
        await using var db = _newsroom.Db();
        db.Add(article);
        await db.SaveChangesAsync(Cancel);
        return article.Id;
    }

    private async Task Submitted(long articleId, DateTime at)
    {
        await using var db = _newsroom.Db();
        db.Add(new AuditEntry { AtUtc = at, PersonId = "mei", PersonName = "陳美", Act = "submit", ArticleId = articleId });
        await db.SaveChangesAsync(Cancel);
    }

    private Task<DeskView> Look(Actor who) => _newsroom.Get<DeskBoard>().Look(who, Cancel);

    private static DeskColumn Column(DeskView view, string name) => view.Columns.Single(column => column.Name == name);

    private static IEnumerable<string> Headlines(DeskView view, string name) => Column(view, name).Cards.Select(card => card.Headline);
}
