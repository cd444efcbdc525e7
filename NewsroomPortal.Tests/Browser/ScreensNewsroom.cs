using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.People;
using NewsroomPortal.Features.Review;
using NewsroomPortal.Features.Taxonomy;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Browser;

/// <summary>A newsroom in the middle of its day, for its screens to be looked at, and one that nobody has set up.</summary>
public sealed class ScreensNewsroom : IAsyncLifetime
{
    private const string Body =
        """
        天文台表示，一股**強烈冬季季候風**會在周末抵達，市區氣溫將顯著下降，詳見[九天預報](https://weather.example.hk/nine-days)。

        > 市民應注意保暖，並留意獨居長者。

        ## 各區最低氣溫

        | 地區 | 周六 | 周日 |
        |------|-----:|-----:|
        | 尖沙咀 | 12 | 11 |
        | 上水 | 9 | 7 |

        - 新界再低一兩度
        - 高地有霜

        https://weather.example.hk/a/very/long/address/that/has/no/place/where/a/line/could/break/but/has/to/stay/on/the/screen

        """;

    private readonly PortalFactory _portal = new();
    private readonly PortalFactory _empty = new();

    public string Address { get; private set; } = "";

    public string SetUp { get; private set; } = "";

    public string Everybody { get; private set; } = "";

    /// <summary>An article in review, of a text with everything in it.</summary>
    public long Article { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Address = _portal.Serve();
        SetUp = _empty.Serve() + _empty.SetupPath;
        var lok = await _portal.Add("Wong Lok", Role.Journalist | Role.Editor | Role.Admin);
        var mei = await _portal.Add("Chan Mei Ling Elizabeth", Role.Journalist);
        Everybody = lok.Email!;
        await _portal.Get<TermShelf>().Create(lok.AsActor(), TermKind.Tag, "天氣");
        await _portal.Get<TermShelf>().Create(lok.AsActor(), TermKind.Category, "港聞");
        await _portal.Get<Invitations>().Invite(lok.AsActor(), "lam@example.hk", "Lam Kit", Role.Journalist);

        await Write(lok, "巴士改道安排");
        await Write(lok, "");
        Article = await Write(mei, "天文台：周末轉涼，新界北部最低氣溫或跌至七度，市民應及早準備禦寒衣物");
        await Submit(mei, Article);
        var refused = await Write(lok, "HowAVeryLongHeadlineWithoutAnySpaceInItWouldBehaveOnANarrowScreenNobodyKnowsUntilItIsTried");
        await Submit(lok, refused);
        var reviewed = await _portal.Get<Reviewer>().RequestChanges(lok.AsActor(), refused, await Head(refused), "請補上天文台的回應。");
        Assert.True(reviewed.IsDone, reviewed.ToString());
        await _portal.Get<Following>().Settled();
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _empty.DisposeAsync();
    }

    private async Task<long> Write(Person author, string headline)
    {
        var authority = _portal.Get<Authority>();
        var id = (await _portal.Get<ArticleShelf>().Create(author.AsActor())).Value;
        await authority.Act(id, author.AsActor(), turn =>
        {
            turn.Change(FrontMatter.Read(turn.Text.Text).Set("title", new FieldValue.Text(headline)).Change!);
            turn.Change(FrontMatter.Read(turn.Text.Text).Set("categories", new FieldValue.Items(["港聞"])).Change!);
            turn.Change(FrontMatter.Read(turn.Text.Text).Set("tags", new FieldValue.Items(["天氣", "季候風"])).Change!);
            turn.Change(TextDiff.Between(turn.Text.Text, turn.Text.Text + Body.ReplaceLineEndings("\n")));
            return Task.FromResult(Outcome.Done);
        });
        return id;
    }

    private async Task Submit(Person author, long id)
    {
        var outcome = await _portal.Get<Reviewer>().Submit(author.AsActor(), id, await Head(id));
        Assert.True(outcome.IsDone, outcome.ToString());
    }

    private async Task<int> Head(long id) => (await _portal.Get<Authority>().Read(id))!.Version;
}
