using NewsroomPortal.Features.Articles;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Language;

namespace NewsroomPortal.Tests.Features.Articles;

/// <summary>The whole table, each cell: every act in every pair of states by every kind of person, against the workflow written out by hand.</summary>
public sealed class ReviewRulesTests
{
    private const int Head = 7;

    private static readonly Dictionary<string, Actor> People = new()
    {
        ["owner"] = new("owner", "何記者", Role.Journalist),
        ["assignee"] = new("assignee", "陳記者", Role.Journalist),
        ["other"] = new("other", "黃記者", Role.Journalist),
        ["editor"] = new("editor", "李編輯", Role.Editor),
        ["owning editor"] = new("owner", "何編輯", Role.Editor),
        ["admin"] = new("admin", "管理員", Role.Admin),
        ["owner who is now only admin"] = new("owner", "何管理", Role.Admin),
    };

    // act | working states | public states | who; everything else is refused.
    private const string Workflow = """
        Edit            | Draft Approved                 | None Live Withheld | owner, assignee, editor, owning editor
        Edit            | InReview                       | None Live Withheld | editor, owning editor
        Restore         | Draft Approved                 | None Live Withheld | owner, assignee, editor, owning editor
        Restore         | InReview                       | None Live Withheld | editor, owning editor
        Submit          | Draft                          | None Live Withheld | owner, assignee, editor, owning editor
        Withdraw        | InReview                       | None Live Withheld | owner, assignee, owning editor
        RequestChanges  | InReview                       | None Live Withheld | editor, owning editor
        Approve         | InReview                       | None Live Withheld | editor, owning editor
        Publish         | Approved                       | None Live Withheld | editor, owning editor
        StartCorrection | Closed                         | Live Withheld      | owner, assignee, editor, owning editor
        Withhold        | Closed Draft InReview Approved | Live               | editor, owning editor
        Release         | Closed Draft InReview Approved | Withheld           | editor, owning editor
        Delete          | Draft                          | None               | owner, editor, owning editor
        Assign          | Closed Draft InReview Approved | None Live Withheld | editor, owning editor
        SetSlug         | Draft                          | None               | owner, assignee, editor, owning editor
        SetSlug         | InReview Approved              | None               | editor, owning editor
        TakeFromDisk    | Closed Draft InReview Approved | Live               | editor, owning editor
        PutBackOnDisk   | Closed Draft InReview Approved | Live               | editor, owning editor
        FollowRename    | Closed Draft InReview Approved | Live               | editor, owning editor
        """;

    public static TheoryData<ArticleAct> Acts => new(Enum.GetValues<ArticleAct>().Where(act => act != ArticleAct.Create));

    [Theory]
    [MemberData(nameof(Acts))]
    public void Every_cell_of_the_table_is_as_the_workflow_says(ArticleAct act)
    {
        var rows = Workflow.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Where(row => row[0] == act.ToString()).ToList();
        Assert.NotEmpty(rows);
        foreach (var working in Enum.GetValues<WorkingState>())
        {
            foreach (var shown in Enum.GetValues<PublicState>())
            {
                foreach (var (name, who) in People)
                {
                    var expected = rows.Any(row => row[1].Split(' ').Contains(working.ToString()) && row[2].Split(' ').Contains(shown.ToString())
                        && row[3].Split(", ").Contains(name));
                    var refusal = ReviewRules.Refusal(act, who, AnArticle(working, shown), Head);
                    Assert.True(expected == refusal is null, $"{act} in {working}, {shown} by {name}: {refusal?.Word ?? "allowed"}");
                }
            }
        }
    }

    [Theory]
    [InlineData(Role.Journalist, true)]
    [InlineData(Role.Editor, true)]
    [InlineData(Role.Admin, false)]
    [InlineData(Role.Admin | Role.Editor, true)]
    [InlineData(Role.None, false)]
    public void Journalists_and_editors_create_and_read(Role roles, bool may)
    {
        var who = new Actor("x", "X", roles);
        Assert.Equal(may, ReviewRules.RefusalToCreate(who) is null);
        Assert.Equal(may, ReviewRules.Reads(who));
    }

    [Fact]
    public void An_approval_of_an_older_version_publishes_nothing()
    {
        var refusal = ReviewRules.Refusal(ArticleAct.Publish, People["editor"], AnArticle(WorkingState.Approved, PublicState.None), Head + 1);
        Assert.Equal("articles.when.publish", refusal?.Word);
    }

    [Fact]
    public void Tells_the_state_that_an_act_needs_before_the_right_that_it_needs()
    {
        var draft = AnArticle(WorkingState.Draft, PublicState.None);
        Assert.Equal("articles.when.approve", ReviewRules.Refusal(ArticleAct.Approve, People["owner"], draft, Head)?.Word);
        Assert.Equal("articles.who.itsOrEditor", ReviewRules.Refusal(ArticleAct.Submit, People["other"], draft, Head)?.Word);
        var inReview = AnArticle(WorkingState.InReview, PublicState.None);
        Assert.Equal("articles.who.editor", ReviewRules.Refusal(ArticleAct.Approve, People["owner"], inReview, Head)?.Word);
        Assert.Equal("articles.who.its", ReviewRules.Refusal(ArticleAct.Withdraw, People["editor"], inReview, Head)?.Word);
        Assert.Equal("articles.who.ownerOrEditor", ReviewRules.Refusal(ArticleAct.Delete, People["assignee"], draft, Head)?.Word);
    }

    [Fact]
    public void Every_reason_has_its_words_and_every_act_its_offer()
    {
        var words = new Words();
        var offered = new HashSet<ArticleAct>();
        foreach (var working in Enum.GetValues<WorkingState>())
        {
            foreach (var shown in Enum.GetValues<PublicState>())
            {
                foreach (var offer in People.Values.SelectMany(who => ReviewRules.Offers(who, AnArticle(working, shown), Head)))
                {
                    offered.Add(offer.Act);
                    Assert.All(Words.Languages, language => Assert.NotEqual("", offer.Allowed ? "-" : words.In(language, offer.WhyNot!.Word)));
                }
            }
        }
        Assert.Equal(Enum.GetValues<ArticleAct>().Where(act => act != ArticleAct.Create), offered.Order());
    }

    private static Article AnArticle(WorkingState working, PublicState shown) => new()
    {
        Id = 1,
        Path = "content/post/2025/11/20251124-1.md",
        PathKey = "content/post/2025/11/20251124-1.md",
        OwnerId = "owner",
        AssigneeId = "assignee",
        Working = working,
        Public = shown,
        ApprovedVersion = Head,
    };
}
