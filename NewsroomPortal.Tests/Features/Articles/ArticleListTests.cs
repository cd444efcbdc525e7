using NewsroomPortal.Features.Articles;
using static NewsroomPortal.Tests.Features.Articles.StaffedNewsroom;

namespace NewsroomPortal.Tests.Features.Articles;

public sealed class ArticleListTests : IAsyncLifetime
{
    private StaffedNewsroom _newsroom = null!;

    public async ValueTask InitializeAsync() => _newsroom = await Open();

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();

    [Fact]
    public async Task Shows_headline_section_author_and_the_time_of_the_last_change()
    {
        var id = await _newsroom.Draft();
        _newsroom.House.Clock.Advance(TimeSpan.FromMinutes(5));
        await _newsroom.Append(id, Mei, "再見。\n");
        await _newsroom.Follow(id);
        var row = Assert.Single((await List(new ArticleFilter())).Rows);
        Assert.Equal(("港島線今早恢復正常", "港聞", "Chan Mei"), (row.Article.Headline, row.Article.Section, row.Author));
        Assert.Equal(_newsroom.House.Clock.GetUtcNow().UtcDateTime, row.Article.UpdatedAtUtc);
    }

    [Fact]
    public async Task A_text_that_does_not_parse_keeps_its_headline()
    {
        var id = await _newsroom.Draft();
        await _newsroom.Follow(id);
        await _newsroom.Replace(id, Mei, "title: \"", "title: [\"");
        await _newsroom.Follow(id);
        var article = await _newsroom.Article(id);
        Assert.Equal(("港島線今早恢復正常", await _newsroom.Head(id)), (article.Headline, article.FollowedVersion));
    }

    [Fact]
    public async Task Filters_by_state_and_by_words_of_the_headline_taken_literally()
    {
        var draft = await _newsroom.Draft(headline: "通脹 50% 以上");
        var approved = await _newsroom.Approved("通脹 500 以上");
        var live = await _newsroom.Published();
        foreach (var id in new[] { draft, approved, live })
        {
            await _newsroom.Follow(id);
        }
        Assert.Equal([draft], await Ids(new ArticleFilter(ArticleStanding.Draft)));
        Assert.Equal([approved], await Ids(new ArticleFilter(ArticleStanding.Approved)));
        Assert.Equal([live], await Ids(new ArticleFilter(ArticleStanding.Live)));
        Assert.Empty(await Ids(new ArticleFilter(ArticleStanding.InReview)));
        Assert.Equal([draft], await Ids(new ArticleFilter(Text: "50% 以")));
        Assert.Equal([draft, approved], (await Ids(new ArticleFilter(Text: " 通脹 "))).Order());
        Assert.Empty(await Ids(new ArticleFilter(ArticleStanding.Live, "通脹")));
    }

    [Fact]
    public async Task Pages_hold_every_article_once_also_where_times_are_equal()
    {
        var all = new List<long>();
        for (var n = 0; n < ArticleList.PageSize * 2 + 3; n++)
        {
            all.Add((await _newsroom.Shelf.Create(Mei)).Value);
            _newsroom.House.Clock.Advance(TimeSpan.FromSeconds(n % 3 == 0 ? 1 : 0));
        }
        var seen = new List<long>();
        var pages = 0;
        for (string? mark = null; pages == 0 || mark is not null; pages++)
        {
            var page = await List(new ArticleFilter(), mark);
            seen.AddRange(page.Rows.Select(row => row.Article.Id));
            mark = page.Next;
        }
        Assert.Equal(3, pages);
        Assert.Equal(Enumerable.Reverse(all), seen);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("1-2-3")]
    [InlineData("99999999999999999999-1")]
    [InlineData("9223372036854775807-1")]
    [InlineData("-1-1")]
    public async Task A_mark_that_is_none_gives_the_first_page(string mark)
    {
        await _newsroom.Draft();
        Assert.Single((await List(new ArticleFilter(), mark)).Rows);
    }

    [Fact]
    public async Task An_admin_alone_sees_no_articles()
    {
        await _newsroom.Draft();
        Assert.Empty((await _newsroom.Get<ArticleList>().Read(Ada, new ArticleFilter())).Rows);
    }

    private Task<ArticleRows> List(ArticleFilter filter, string? after = null) => _newsroom.Get<ArticleList>().Read(Mei, filter, after);

    private async Task<List<long>> Ids(ArticleFilter filter) => [.. (await List(filter)).Rows.Select(row => row.Article.Id)];
}
