using Microsoft.Extensions.DependencyInjection;
using NewsroomPortal.Features.Desk;
using NewsroomPortal.Features.Desk.Fields;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Features.Desk;

public sealed class FieldEditorTests : IAsyncLifetime
{
    private TestNewsroom _newsroom = null!;
    private long _id;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private FieldEditor Editor => _newsroom.Get<FieldEditor>();

    public async ValueTask InitializeAsync()
    {
        _newsroom = await TestNewsroom.Open(DeskRooms.Add);
        _id = await _newsroom.Write(SampleStory.Text);
    }

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();

    public static TheoryData<string, FieldValue, string, string> OneLineEdits => new()
    {
        { "title", new FieldValue.Text("夜航復辦：\"首班\"滿座"), "title: \"渡輪夜航：碼頭燈火再亮\"", "title: \"夜航復辦：\\\"首班\\\"滿座\"" },
        { "date", new FieldValue.Date("2026-03-02 09:00:00"), "date: \"2026-03-01 18:30:00\"", "date: \"2026-03-02 09:00:00\"" },
        { "lead", new FieldValue.Text("乘客：「等了兩年」"), "lead: \"\"", "lead: \"乘客：「等了兩年」\"" },
        { "toc", new FieldValue.Switch(true), "toc: false", "toc: true" },
        { "sidebar", new FieldValue.Text("left"), "sidebar: \"right\"", "sidebar: \"left\"" },
        { "sidebar", new FieldValue.Switch(false), "sidebar: \"right\"", "sidebar: false" },
        { "tags", new FieldValue.Items(["渡輪", "碼頭", "夜航"]), "  - \"碼頭\"\n", "  - \"碼頭\"\n  - \"夜航\"\n" },
        { "widgets", new FieldValue.Items(["search", "taglist", "recent"]), "  - \"recent\"\n  - \"taglist\"\n", "  - \"taglist\"\n  - \"recent\"\n" },
        { "description", new FieldValue.Text("夜航"), "  - \"taglist\"\n---", "  - \"taglist\"\ndescription: \"夜航\"\n---" },
    };

    [Theory, MemberData(nameof(OneLineEdits), DisableDiscoveryEnumeration = true)]
    public async Task A_field_changes_its_own_line_only(string key, FieldValue value, string line, string changed)
    {
        Assert.Equal(Outcome.Done, await Editor.Set(TestNewsroom.Mei, _id, key, await Shown(key), value, Cancel));
        Assert.Equal(SampleStory.With(line, changed), await Text());
    }

    [Fact]
    public async Task Setting_what_is_there_adds_nothing_to_the_log()
    {
        Assert.Equal(Outcome.Done, await Editor.Set(TestNewsroom.Mei, _id, "title", await Shown("title"), new FieldValue.Text("渡輪夜航：碼頭燈火再亮"), Cancel));
        Assert.Equal(1, (await _newsroom.Authority.Read(_id, Cancel))!.Version);
    }

    [Fact]
    public async Task A_removed_field_takes_its_line_with_it()
    {
        Assert.Equal(Outcome.Done, await Editor.Remove(TestNewsroom.Mei, _id, "comments", await Shown("comments"), Cancel));
        Assert.Equal(SampleStory.With("comments: false\n", ""), await Text());
    }

    [Fact]
    public async Task A_field_merges_with_what_was_typed_meanwhile()
    {
        var shown = await Shown("title");
        var typed = ChangeSet.Replace(SampleStory.Text.Length, SampleStory.Text.Length, SampleStory.Text.Length, "尾班船十一時。\n");
        await _newsroom.Authority.Push(_id, 1, [new Update("browser", typed)], TestNewsroom.Lok, Cancel);
        Assert.Equal(Outcome.Done, await Editor.Set(TestNewsroom.Mei, _id, "title", shown, new FieldValue.Text("夜航復辦"), Cancel));
        Assert.Equal(SampleStory.With("title: \"渡輪夜航：碼頭燈火再亮\"", "title: \"夜航復辦\"") + "尾班船十一時。\n", await Text());
    }

    [Fact]
    public async Task A_single_value_that_somebody_else_changed_meanwhile_is_not_overwritten()
    {
        var shown = await Shown("title");
        await Editor.Set(TestNewsroom.Lok, _id, "title", shown, new FieldValue.Text("她的標題"), Cancel);
        var outcome = await Editor.Set(TestNewsroom.Mei, _id, "title", shown, new FieldValue.Text("他的標題"), Cancel);
        Assert.Equal(new Refusal("desk.field-changed", "title", "她的標題"), outcome.Refusal);
        Assert.Contains("她的標題", await Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_who_set_the_same_value_agree()
    {
        var shown = await Shown("pager");
        await Editor.Set(TestNewsroom.Lok, _id, "pager", shown, new FieldValue.Switch(false), Cancel);
        Assert.Equal(Outcome.Done, await Editor.Set(TestNewsroom.Mei, _id, "pager", shown, new FieldValue.Switch(false), Cancel));
    }

    [Fact]
    public async Task A_value_that_somebody_removed_meanwhile_does_not_come_back_in_silence()
    {
        var shown = await Shown("lead");
        await Editor.Remove(TestNewsroom.Lok, _id, "lead", shown, Cancel);
        var outcome = await Editor.Set(TestNewsroom.Mei, _id, "lead", shown, new FieldValue.Text("導語"), Cancel);
        Assert.Equal("desk.field-gone", outcome.Refusal?.Word);
    }

    [Fact]
    public async Task Two_people_s_edits_of_a_list_both_count()
    {
        var shown = await Shown("tags");
        await Editor.Set(TestNewsroom.Lok, _id, "tags", shown, new FieldValue.Items(["碼頭", "夜航"]), Cancel);
        Assert.Equal(Outcome.Done, await Editor.Set(TestNewsroom.Mei, _id, "tags", shown, new FieldValue.Items(["渡輪", "碼頭", "海港"]), Cancel));
        Assert.Equal(["碼頭", "海港", "夜航"], (await Field("tags"))!.Items);
    }

    [Theory]
    [InlineData("tags", "C#", "hugo.term.character")]
    [InlineData("categories", ".港聞", "hugo.term.leading-dot")]
    [InlineData("lang", "zh_HK", "desk.wrong.Languages")]
    [InlineData("widgets", "weather", "desk.wrong.Widgets")]
    public async Task An_item_that_breaks_the_site_is_refused(string key, string item, string word)
    {
        var shown = await Shown(key);
        var outcome = await Editor.Set(TestNewsroom.Mei, _id, key, shown, new FieldValue.Items([.. shown.Items, item]), Cancel);
        Assert.Equal(word, outcome.Refusal?.Word);
        Assert.Equal(item, outcome.Refusal?.Values[0]);
        Assert.Equal(SampleStory.Text, await Text());
    }

    [Theory]
    [InlineData("2026-03-02 09:00")]
    [InlineData("02/03/2026")]
    public async Task A_date_that_Hugo_would_drop_is_refused(string date)
    {
        var outcome = await Editor.Set(TestNewsroom.Mei, _id, "date", await Shown("date"), new FieldValue.Date(date), Cancel);
        Assert.Equal(new Refusal("desk.wrong.Date", date), outcome.Refusal);
    }

    [Fact]
    public async Task An_old_item_that_breaks_the_site_does_not_hinder_another_edit()
    {
        var id = await _newsroom.Write(SampleStory.With("\"碼頭\"", "\"C#\""));
        var shown = FieldShown.Of(FrontMatter.Read((await _newsroom.Authority.Read(id, Cancel))!.Text)["tags"]);
        Assert.Equal(Outcome.Done, await Editor.Set(TestNewsroom.Mei, id, "tags", shown, new FieldValue.Items(["渡輪", "C#", "夜航"]), Cancel));
    }

    [Fact]
    public async Task A_text_where_a_list_must_be_is_mended_by_its_list()
    {
        var id = await _newsroom.Write(SampleStory.With("categories:\n  - \"交通\"\n", "categories: \"交通\"\n"));
        var shown = FieldShown.Of(FrontMatter.Read((await _newsroom.Authority.Read(id, Cancel))!.Text)["categories"]);
        Assert.Equal(Outcome.Done, await Editor.Set(TestNewsroom.Mei, id, "categories", shown, new FieldValue.Items(["交通"]), Cancel));
        Assert.Equal(["交通"], FrontMatter.Read((await _newsroom.Authority.Read(id, Cancel))!.Text)["categories"]!.Items);
    }

    [Fact]
    public async Task A_front_matter_that_does_not_parse_is_not_touched()
    {
        var broken = SampleStory.With("lead: \"\"", "lead: \"\" x: [");
        var id = await _newsroom.Write(broken);
        var outcome = await Editor.Set(TestNewsroom.Mei, id, "title", FieldShown.Absent, new FieldValue.Text("新"), Cancel);
        Assert.False(outcome.IsDone);
        Assert.Equal(broken, (await _newsroom.Authority.Read(id, Cancel))!.Text);
    }

    [Fact]
    public async Task Who_may_not_write_sets_no_field()
    {
        await using var guarded = await TestNewsroom.Open(services =>
        {
            DeskRooms.Add(services);
            services.AddSingleton<IGuardDocuments, ClosedHouse>();
        });
        var id = await guarded.Write(SampleStory.Text);
        var outcome = await guarded.Get<FieldEditor>().Set(TestNewsroom.Mei, id, "toc", FieldShown.Absent, new FieldValue.Switch(true), Cancel);
        Assert.Equal(new Refusal("articles.when.edit"), outcome.Refusal);
        Assert.Equal(SampleStory.Text, (await guarded.Authority.Read(id, Cancel))!.Text);
    }

    private async Task<string> Text() => (await _newsroom.Authority.Read(_id, Cancel))!.Text;

    private async Task<Field?> Field(string key) => FrontMatter.Read(await Text())[key];

    private async Task<FieldShown> Shown(string key) => FieldShown.Of(await Field(key));

    private sealed class ClosedHouse : IGuardDocuments
    {
        public ValueTask<DocumentAccess> Access(Actor who, long documentId, CancellationToken cancel = default) => new(DocumentAccess.ReadOnly("articles.when.edit"));
    }
}
